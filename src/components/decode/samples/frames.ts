import { toHex } from '../../../protocol/bytes/hex.ts';
import { encodeFrame } from '../../../protocol/frame/encode.ts';
import { OPCODE } from '../../../protocol/model/opcodes.ts';
import type { SampleData } from '../samples.ts';
import { fromHexText, join, latin1 } from './follow.ts';

/** The key of the RFC's own example (section 5.7). */
const KEY = fromHexText('37 fa 21 3d');
const CLIENT = { direction: 'client-to-server' } as const;
const SERVER = { direction: 'server-to-client' } as const;
const DEFLATE = { extensions: 'permessage-deflate' };

const spaced = (bytes: Uint8Array) => (toHex(bytes).match(/../g) ?? []).join(' ');
const masked = (opcode: number, payload: Uint8Array, fin = true) =>
  encodeFrame({ fin, opcode, maskingKey: KEY, payload });
const counting = (length: number) => Uint8Array.from({ length }, (_, i) => i & 0xff);
const lines = (bytes: Uint8Array) => (toHex(bytes).match(/.{1,64}/g) ?? []).join('\n');

/** RFC 6455 section 5.7, RFC 7692 section 7.2.3, and frames made to the same pattern. */
export const FRAMES: Readonly<Record<string, () => SampleData>> = {
  'frame-text': () => ({ input: '81 05 48 65 6c 6c 6f' }),
  'frame-masked': () => ({ input: '81 85 37 fa 21 3d 7f 9f 4d 51 58' }),
  'frame-fragments': () => ({ input: '01 03 48 65 6c\n80 02 6c 6f' }),
  'frame-ping': () => ({ input: '89 05 48 65 6c 6c 6f' }),
  'frame-pong': () => ({ input: '8a 85 37 fa 21 3d 7f 9f 4d 51 58' }),
  'frame-256': () => ({
    input: lines(encodeFrame({ opcode: OPCODE.binary, maskingKey: null, payload: counting(256) })),
  }),
  'frame-65536': () => ({
    input: lines(encodeFrame({ opcode: OPCODE.binary, maskingKey: null, payload: counting(65536) })),
  }),
  'frame-chinese': () => ({ input: "b'\\x81\\x867\\xfa!=\\xd3G\\x81\\xd8\\x92G'" }),
  'frame-close': () => ({ input: '0x88, 0x82, 0x37, 0xfa, 0x21, 0x3d, 0x34, 0x12' }),

  'message-interleaved': () => ({
    input: '01 03 48 65 6c\n89 00\n80 02 6c 6f',
  }),
  'message-utf8-split': () => ({
    input: spaced(join(fromHexText('01 04 e4 bd a0 e5'), fromHexText('80 02 a5 bd'))),
  }),
  'message-utf8-fail-fast': () => ({
    input: [
      masked(OPCODE.text, fromHexText('ce ba e1 bd b9 cf 83 ce bc ce b5'), false),
      masked(OPCODE.continuation, fromHexText('f4 90 80 80'), false),
      masked(OPCODE.continuation, fromHexText('65 64 69 74 65 64')),
    ]
      .map(spaced)
      .join('\n'),
    strict: true,
  }),

  'deflate-hello': () => ({ input: 'c1 07 f2 48 cd c9 c9 07 00', assumptions: DEFLATE }),
  'deflate-fragments': () => ({ input: '41 03 f2 48 cd\n80 04 c9 c9 07 00', assumptions: DEFLATE }),
  'deflate-window': () => ({ input: 'c1 07 f2 48 cd c9 c9 07 00\nc1 05 f2 00 11 00 00', assumptions: DEFLATE }),
  'deflate-window-alone': () => ({ input: 'c1 05 f2 00 11 00 00', assumptions: DEFLATE }),
  'deflate-stored': () => ({ input: 'c1 0b 00 05 00 fa ff 48 65 6c 6c 6f 00', assumptions: DEFLATE }),
  'deflate-bfinal': () => ({ input: 'c1 08 f3 48 cd c9 c9 07 00 00', assumptions: DEFLATE }),
  'deflate-two-blocks': () => ({ input: 'c1 0d f2 48 05 00 00 00 ff ff ca c9 c9 07 00', assumptions: DEFLATE }),
  'deflate-empty': () => ({ input: 'c1 01 00', assumptions: DEFLATE }),

  'hixie-hello': () => ({ input: '00 48 65 6c 6c 6f ff' }),
  'hixie-length': () => ({
    input: lines(join(fromHexText('80 82 2c'), counting(300), fromHexText('00'), latin1('after'), fromHexText('ff'))),
    assumptions: { dialect: 'hixie-76' },
  }),
  'hixie-close': () => ({ input: '00 62 79 65 ff ff 00', assumptions: { dialect: 'hixie-76' } }),

  'broken-unmasked': () => ({ input: '81 05 48 65 6c 6c 6f', assumptions: CLIENT, strict: true }),
  'broken-server-masked': () => ({ input: '81 85 37 fa 21 3d 7f 9f 4d 51 58', assumptions: SERVER, strict: true }),
  'broken-length': () => ({
    input: spaced(encodeFrame({ opcode: OPCODE.text, maskingKey: null, lengthForm: 16, payload: latin1('Hello') })),
    assumptions: SERVER,
    strict: true,
  }),
  'broken-rsv': () => ({ input: 'b1 05 48 65 6c 6c 6f 83 00', assumptions: SERVER, strict: true }),
  'broken-continuation': () => ({ input: '80 02 6c 6f 01 01 48 81 01 69', assumptions: SERVER, strict: true }),
  'broken-ping': () => ({
    input: lines(encodeFrame({ opcode: OPCODE.ping, maskingKey: KEY, payload: counting(126) })),
    assumptions: CLIENT,
    strict: true,
  }),
  'broken-close': () => ({
    input: ['88 01 03', '88 02 03 ed', '81 02 68 69'].join('\n'),
    assumptions: SERVER,
    strict: true,
  }),
  'broken-huge': () => ({ input: '82 7f 7f ff ff ff ff ff ff ff 01 02 03', assumptions: SERVER }),
  'broken-cut': () => ({ input: '81 8b 37 fa 21 3d 7f 9f 4d 51', assumptions: CLIENT }),
  'broken-mid-stream': () => ({
    input: spaced(
      join(
        latin1(' the end of something. '),
        masked(OPCODE.text, latin1('first whole frame')),
        masked(OPCODE.text, latin1('second')),
        masked(OPCODE.ping, latin1('alive?')),
      ),
    ),
    assumptions: CLIENT,
  }),
  'broken-text': () => ({ input: '81 05 48 65 6c 6c 6O\n89 0' }),
};
