import { DIALECT_IDS } from '../../../src/protocol/model/drafts.ts';
import { checkAll, checkSame, checkTable } from './invariants.ts';
import { type Setting, scan } from './scans.ts';
import { anyStream, below, pieces, randomFrom } from './streams.ts';

/** Reads `runs` made-up streams and checks what must hold for all of them. A failure names its seed. */
export function fuzz(runs: number, seed: number, progress: (done: number) => void = () => {}): number {
  for (let run = 0; run < runs; run += 1) {
    const random = randomFrom(seed + run);
    const fromClient = random() < 0.5;
    const setting: Setting = {
      direction: fromClient ? 'client-to-server' : 'server-to-client',
      // The newest dialect is the one that matters; the others take turns.
      dialect: random() < 0.6 ? 'rfc6455' : (DIALECT_IDS[below(random, DIALECT_IDS.length)] ?? 'rfc6455'),
      midStream: random() < 0.2,
      ...(random() < 0.3 ? { deflate: { windowBits: 9, noContextTakeover: random() < 0.5 } } : {}),
      fromStart: random() < 0.7,
      ...(random() < 0.2 ? { maxMessageBytes: below(random, 20) } : {}),
    };
    const bytes = anyStream(random, fromClient);
    try {
      const whole = scan(bytes, setting);
      checkTable(whole, 0, bytes.length);
      checkAll(whole);
      checkSame(whole, scan(bytes, setting, pieces(random, bytes.length)));
    } catch (error) {
      const hex = Buffer.from(bytes).toString('hex');
      throw new Error(`seed ${seed + run}, ${JSON.stringify(setting)}, bytes ${hex}`, { cause: error });
    }
    if (run % 100_000 === 99_999) progress(run + 1);
  }
  return runs;
}
