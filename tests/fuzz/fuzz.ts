/** Long fuzz run, by hand: `npx tsx tests/fuzz/fuzz.ts 10000000 [seed]`. Ends with an error at the first broken promise. */

import { fuzz } from '../protocol/message/fuzz.ts';

const runs = Number(process.argv[2] ?? 1_000_000);
const seed = Number(process.argv[3] ?? 1);
const started = Date.now();
fuzz(runs, seed, (done) => {
  const seconds = (Date.now() - started) / 1000;
  console.log(`${done} streams, ${Math.round(done / seconds)} a second`);
});
console.log(`${runs} streams from seed ${seed}: nothing broke`);
