import { constants, deflateRawSync, inflateRawSync } from 'node:zlib';
import { Inflater } from '../src/protocol/deflate/inflate.ts';
import { type Comparison, mustAgree } from './harness.ts';

const MESSAGES = 20_000;
const MIB = 2 ** 20;
const TAIL = Buffer.from([0x00, 0x00, 0xff, 0xff]);

export function inflateComparisons(): readonly Comparison[] {
  return [small(), large()];
}

/** Messages such as a live page receives: alike, and not the same. */
function jsonMessages(): readonly Buffer[] {
  const symbols = ['BTC-EUR', 'ETH-EUR', 'SOL-EUR', 'XRP-EUR', 'ADA-EUR', 'DOT-EUR', 'LTC-EUR'];
  let state = 1;
  const next = (below: number) => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
    return (state >>> 8) % below;
  };
  return Array.from({ length: MESSAGES }, (_, i) =>
    Buffer.from(
      JSON.stringify({
        type: next(4) === 0 ? 'snapshot' : 'update',
        sequence: 1_000_000 + i,
        symbol: symbols[next(symbols.length)],
        price: (next(9_000_000) / 100).toFixed(2),
        bids: Array.from({ length: 1 + next(4) }, () => [next(90_000) / 10, next(1000) / 100]),
        asks: Array.from({ length: 1 + next(4) }, () => [next(90_000) / 10, next(1000) / 100]),
        time: `2024-05-01T12:${10 + next(50)}:${10 + next(50)}.${100 + next(900)}Z`,
        note: next(10) === 0 ? 'résumé of the last minute: nothing to tell' : null,
      }),
    ),
  );
}

/** As permessage-deflate sends them: each with the window of those before, the tail cut off. */
function compressed(messages: readonly Buffer[]): readonly Uint8Array[] {
  let before: Buffer = Buffer.alloc(0);
  return messages.map((message) => {
    const dictionary = before.length > 0 ? { dictionary: before } : {};
    const bytes = deflateRawSync(message, { ...dictionary, finishFlush: constants.Z_SYNC_FLUSH });
    before = Buffer.concat([before, message]).subarray(-32_768);
    return bytes.subarray(0, -4);
  });
}

/** zlib has to be given all of them at once: its streams work asynchronously, and a new one for each is far slower. */
function small(): Comparison {
  const messages = jsonMessages();
  const payloads = compressed(messages);
  const whole = Buffer.concat(payloads.flatMap((payload) => [payload, TAIL]));
  const inflater = () => new Inflater({ windowBits: 15, takeover: true, maxOutput: MIB });
  const checked = inflater();
  payloads.forEach((payload, i) => {
    mustAgree(
      'message',
      messages[i]?.toString('hex') ?? '',
      Buffer.from(checked.message(payload).bytes).toString('hex'),
    );
  });
  return {
    work: 'Inflate 20,000 JSON messages with takeover',
    amount: MESSAGES,
    unit: 'messages',
    ours: {
      name: 'ours',
      run: () => {
        const own = inflater();
        for (const payload of payloads) own.message(payload);
      },
    },
    peers: [
      // pako is not among the dependencies.
      { name: 'pako', figure: 79_000, target: 2.5 },
      {
        name: '`node:zlib`, all in one piece',
        run: () => inflateRawSync(whole, { finishFlush: constants.Z_SYNC_FLUSH }),
        target: null,
      },
    ],
  };
}

function large(): Comparison {
  const messages = jsonMessages();
  const message = Buffer.concat([...messages]).subarray(0, MIB);
  const payload = deflateRawSync(message, { finishFlush: constants.Z_SYNC_FLUSH }).subarray(0, -4);
  const whole = Buffer.concat([payload, TAIL]);
  const own = new Inflater({ windowBits: 15, takeover: false, maxOutput: 4 * MIB });
  mustAgree('inflate', message.toString('hex'), Buffer.from(own.message(payload).bytes).toString('hex'));
  const TIMES = 16;
  const all = (inflate: () => unknown) => () => {
    for (let i = 0; i < TIMES; i += 1) inflate();
  };
  return {
    work: 'Inflate messages of 1 MiB',
    amount: TIMES * MIB,
    unit: 'B',
    ours: { name: 'ours', run: all(() => own.message(payload)) },
    peers: [
      { name: 'fflate', figure: 205e6, target: 1 },
      {
        name: '`node:zlib`',
        run: all(() => inflateRawSync(whole, { finishFlush: constants.Z_SYNC_FLUSH })),
        target: null,
      },
    ],
  };
}
