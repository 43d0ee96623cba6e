/**
 * Long fuzz runs, by hand: `npx tsx tests/fuzz/fuzz.ts streams|open [runs] [seed]`. `streams` feeds frames to the scans and
 * checks every invariant; `open` feeds broken texts and bytes to the one way in. Ends with an error at the first broken
 * promise, which names its seed.
 */

import { fuzzOpen } from '../protocol/capture/fuzz.ts';
import { fuzz } from '../protocol/message/fuzz.ts';

const [, , what = 'streams', count = '1000000', first = '1'] = process.argv;
const runs = Number(count);
const seed = Number(first);
const started = Date.now();
const run = what === 'open' ? fuzzOpen : fuzz;
run(runs, seed, (done) => {
  const seconds = (Date.now() - started) / 1000;
  console.log(`${done} inputs, ${Math.round(done / seconds)} a second`);
});
console.log(`${runs} inputs from seed ${seed}: nothing broke`);
