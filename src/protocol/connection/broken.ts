/** For each rule about frames the smallest conversation that breaks it and, as far as that can be, no other. */

import type { Direction } from '../bytes/span.ts';
import { Deflater } from '../deflate/compress.ts';
import { encodeFrame, encodeHixieFrame, type FrameParts } from '../frame/encode.ts';
import { OPCODE } from '../model/opcodes.ts';
import type { RuleId } from '../model/rules.ts';
import type { Assumptions } from './model.ts';

export interface BrokenConversation {
  /** In the order they are sent. The fault shows in the last. */
  readonly items: readonly { readonly direction: Direction; readonly bytes: Uint8Array }[];
  /** Without these the rule is not broken. */
  readonly assumptions: Assumptions;
}

/** The key of the examples of RFC 6455 §5.7, and others that nobody has used. */
const KEYS = [
  Uint8Array.of(0x37, 0xfa, 0x21, 0x3d),
  Uint8Array.of(0xf0, 0xa1, 0x5b, 0x8e),
  Uint8Array.of(0x0c, 0x92, 0xd7, 0x46),
];
const NOTHING = new Uint8Array(0);

function bytes(text: string): Uint8Array {
  return Uint8Array.from(text, (character) => character.charCodeAt(0));
}

type Sketch = Omit<FrameParts, 'maskingKey' | 'payload'> & {
  readonly maskingKey?: Uint8Array | null;
  readonly payload?: Uint8Array;
};

/** Frames of the client, each with a key of its own unless it says otherwise. */
function client(...sketches: readonly Sketch[]): BrokenConversation {
  return conversation('client-to-server', sketches);
}

function server(...sketches: readonly Sketch[]): BrokenConversation {
  return conversation('server-to-client', sketches);
}

function conversation(direction: Direction, sketches: readonly Sketch[]): BrokenConversation {
  const items = sketches.map((sketch, i) => {
    const own = direction === 'client-to-server' ? (KEYS[i % KEYS.length] ?? null) : null;
    return { direction, bytes: encodeFrame({ payload: NOTHING, maskingKey: own, ...sketch }) };
  });
  return { items, assumptions: {} };
}

function assuming(assumptions: Assumptions, { items }: BrokenConversation): BrokenConversation {
  return { items, assumptions };
}

function inOrder(...parts: readonly BrokenConversation[]): BrokenConversation {
  return { items: parts.flatMap(({ items }) => items), assumptions: {} };
}

/** With only its first bytes. */
function cut({ items, assumptions }: BrokenConversation, length: number): BrokenConversation {
  const last = items.length - 1;
  return {
    items: items.map((item, i) => (i === last ? { ...item, bytes: item.bytes.subarray(0, length) } : item)),
    assumptions,
  };
}

function hixie(type: number, payload: Uint8Array): BrokenConversation {
  const item = { direction: 'client-to-server', bytes: encodeHixieFrame({ type, payload }) } as const;
  return { items: [item], assumptions: { dialect: 'hixie-76' } };
}

const { continuation, text, binary, close, ping, pong } = OPCODE;
const HELLO = bytes('Hello');
/** A byte that no character of UTF-8 begins with. */
const NOT_UTF8 = bytes('Hell\xff');
const DEFLATE = { extensions: 'permessage-deflate' };

const RECIPES = {
  'rsv-nonzero': () => client({ opcode: text, rsv2: true, payload: HELLO }),
  'rsv1-on-control': () => assuming(DEFLATE, client({ opcode: ping, rsv1: true })),
  'rsv1-on-continuation': () =>
    assuming(
      DEFLATE,
      client(
        { opcode: text, fin: false, payload: bytes('Hel') },
        { opcode: continuation, rsv1: true, payload: bytes('lo') },
      ),
    ),
  'reserved-opcode': () => client({ opcode: 3, payload: HELLO }),
  'control-fragmented': () => client({ opcode: ping, fin: false, payload: HELLO }),
  'control-too-long': () => client({ opcode: ping, payload: new Uint8Array(126).fill(0x61) }),
  'unmasked-client-frame': () => client({ opcode: text, maskingKey: null, payload: HELLO }),
  'masked-server-frame': () => server({ opcode: text, maskingKey: KEYS[0] ?? null, payload: HELLO }),
  'length-not-minimal': () => client({ opcode: text, lengthForm: 16, payload: HELLO }),
  'length-msb-set': () => client({ opcode: binary, declaredLength: 1n << 63n, payload: HELLO }),
  'unexpected-continuation': () => client({ opcode: continuation, payload: HELLO }),
  'expected-continuation': () =>
    client({ opcode: text, fin: false, payload: bytes('Hel') }, { opcode: text, payload: bytes('lo') }),
  'message-too-big': () => assuming({ maxMessageBytes: 4 }, client({ opcode: text, payload: HELLO })),
  'close-payload-length-1': () => client({ opcode: close, payload: Uint8Array.of(0x03) }),
  'close-code-invalid': () => client({ opcode: close, payload: Uint8Array.of(0x03, 0xed) }),
  'close-reason-invalid-utf8': () => client({ opcode: close, payload: bytes('\x03\xe8bye \xff') }),
  'invalid-utf8': () => client({ opcode: text, payload: NOT_UTF8 }),
  'frame-after-close': () =>
    client({ opcode: close, payload: Uint8Array.of(0x03, 0xe8) }, { opcode: text, payload: HELLO }),
  'masking-key-zero': () => client({ opcode: text, maskingKey: new Uint8Array(4), payload: HELLO }),
  'masking-key-repeated': () =>
    client({ opcode: text, payload: HELLO }, { opcode: text, maskingKey: KEYS[0] ?? null, payload: bytes('again') }),
  // Only where the other side is seen, too, is it known that no ping asked for it.
  'pong-unsolicited': () => inOrder(server({ opcode: text, payload: HELLO }), client({ opcode: pong, payload: HELLO })),
  'frame-discarded': () => hixie(0x01, HELLO),
  'utf8-replaced': () => hixie(0x00, bytes('Hell\xc0')),
  'bytes-end-inside-frame': () => cut(client({ opcode: text, payload: HELLO }), 9),
  'bytes-end-inside-message': () => client({ opcode: text, fin: false, payload: bytes('Hel') }),
  'continues-unseen-message': () =>
    assuming({ midStream: true }, client({ opcode: continuation, payload: bytes('lo') })),
  // A third type of block, which no text defines.
  'inflate-error': () => assuming(DEFLATE, client({ opcode: text, rsv1: true, payload: Uint8Array.of(0x07) })),
  'distance-beyond-window': () =>
    assuming({ extensions: 'permessage-deflate; client_max_window_bits=9' }, client(farCopy(text))),
  // The second “Hello” of RFC 7692 §7.2.3.2: it copies from a first one that nobody captured.
  'inflated-in-part': () =>
    assuming(
      { ...DEFLATE, midStream: true },
      client({ opcode: text, rsv1: true, payload: Uint8Array.of(0xf2, 0x00, 0x11, 0x00, 0x00) }),
    ),
} as const satisfies Partial<Record<RuleId, () => BrokenConversation>>;

/** A message whose end repeats its beginning, farther back than 2^9 bytes. */
function farCopy(opcode: number): Sketch {
  const phrase = 'What was said long ago, ';
  const between = Array.from({ length: 200 }, (_, i) => `${i} `).join('');
  const payload = new Deflater({ windowBits: 15, takeover: false }).message(bytes(phrase + between + phrase));
  return { opcode, rsv1: true, payload };
}

export type BreakableRule = keyof typeof RECIPES;

/** In the order of the catalogue. */
export const BREAKABLE = Object.keys(RECIPES) as readonly BreakableRule[];

export function broken(rule: BreakableRule): BrokenConversation {
  return RECIPES[rule]();
}
