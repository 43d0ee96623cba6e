/** hybi-04 and its mask, and how it became today's. */

import { codeOf } from '../../components/lesson/code.ts';
import { ofByte, ofBytes, ofText } from '../../components/lesson/value.ts';
import { MASKING_GUID } from '../../protocol/hash/frame-key.ts';
import { deriveScene } from './derive.ts';
import { dateOf, plainStep } from './early-steps.ts';
import { eraScene } from './era.ts';
import { derivationOf } from './frame.ts';
import mask04 from './mask04.py?raw';
import mask05 from './mask05.py?raw';
import type { Fact } from './scene.ts';
import { type LessonStep, type Stuff, step } from './steps.ts';

const CODE = {
  connection: codeOf(mask04, 'ck = sha1(key + nonce + GUID)'),
  frame: codeOf(mask04, 'fk = sha1(nonce4 + ck)'),
  xor: codeOf(mask04, 'for i in range(len(out)):', 'out[i] ^= fk[i % 20]'),
  send: codeOf(mask04, 'return nonce4 + out'),
  five: codeOf(mask05, 'key = os.urandom(4)', 'out[i] ^= key[i % 4]', 'return key + out'),
};

/** No section of hybi-04 to -06 is cited: only that it is there. */
const FOUR = ['draft-hybi-04'];

const VERDICT: readonly Fact[] = [
  { kind: 'right', label: 'four-chosen' },
  { kind: 'right', label: 'four-fresh' },
  { kind: 'wrong', label: 'four-hash' },
  { kind: 'wrong', label: 'four-blind' },
  { kind: 'wrong', label: 'four-secret' },
];

export function nonceSteps(stuff: Stuff): (() => LessonStep)[] {
  const { inputs, at } = stuff;
  const made = () => derivationOf(inputs);
  const frame = () => at('hybi-04').frame;
  return [
    () =>
      step(
        'hybi-04',
        { date: dateOf('hybi-04'), accept: ofText(at('hybi-04').exchange.accept ?? '', 'key') },
        eraScene(stuff, 'hybi-04', { changes: ['version-header', 'sha1-accept', 'server-nonce'] }),
        FOUR,
        { onward: { lesson: 'sha1-handshake', step: null, inputs: { key: inputs.key } } },
      ),
    () =>
      step(
        'hybi-04-http',
        {},
        eraScene(stuff, 'hybi-04', {
          changes: ['upgrade-any-case', 'sec-origin', 'location-dropped'],
        }),
        FOUR,
      ),
    () =>
      step(
        'hybi-04-lists',
        {},
        eraScene(stuff, 'hybi-04', { changes: ['protocol-commas', 'extensions-header'] }),
        FOUR,
      ),
    () =>
      step(
        'hybi-04-frame',
        { clear: ofBytes(made().clear.subarray(0, 2), 'control'), wire: ofBytes(frame().wire, 'mask', 12) },
        eraScene(stuff, 'hybi-04', { changes: ['fin-bit', 'frame-mask'] }),
        FOUR,
      ),
    () =>
      step(
        'derive-texts',
        { size: inputs.key.length + inputs.nonce.length + MASKING_GUID.length },
        deriveScene(stuff, 'texts'),
        FOUR,
        { code: CODE.connection },
      ),
    () =>
      step(
        'connection-key',
        { connection: ofBytes(made().connection, 'key', 20) },
        deriveScene(stuff, 'connection'),
        [...FOUR, 'RFC 3174 §6.1'],
        {
          code: CODE.connection,
          onward: {
            lesson: 'inside-sha1',
            step: null,
            inputs: { message: inputs.key + inputs.nonce + MASKING_GUID },
          },
        },
      ),
    () =>
      step('frame-nonce', { nonce: ofBytes(inputs.frameNonce, 'mask'), size: 24 }, deriveScene(stuff, 'nonce'), FOUR, {
        code: CODE.frame,
      }),
    () =>
      step('frame-key', { key: ofBytes(made().frameKey, 'mask', 20) }, deriveScene(stuff, 'key'), FOUR, {
        code: CODE.frame,
      }),
    () => {
      const { clear, frameKey, masked } = made();
      return step(
        'mask-first',
        {
          clear: ofByte(clear[0] ?? 0, 'control'),
          key: ofByte(frameKey[0] ?? 0, 'mask'),
          wire: ofByte(masked[0] ?? 0, 'control'),
        },
        deriveScene(stuff, 'first'),
        FOUR,
        { code: CODE.xor },
      );
    },
    () => {
      const { clear, masked } = made();
      const values = {
        clear: ofBytes(clear, 'payload', 18),
        wire: ofBytes(masked, 'payload', 18),
        count: clear.length,
      };
      return step('mask-all', values, deriveScene(stuff, 'all'), FOUR, { code: CODE.send });
    },
    () =>
      step('ask-readable', { count: frame().wire.length }, deriveScene(stuff, 'asked'), FOUR, {
        ask: {
          kind: 'choice',
          options: [
            { id: 'length', value: null, right: false },
            { id: 'payload', value: null, right: false },
            { id: 'nonce', value: null, right: true },
            { id: 'none', value: null, right: false },
          ],
        },
      }),
    () => step('readable', { nonce: ofBytes(inputs.frameNonce, 'mask') }, deriveScene(stuff, 'seen'), FOUR),
    () => step('verdict-04', {}, deriveScene(stuff, 'seen', VERDICT), [...FOUR, 'RFC 6455 §10.3']),
  ];
}

export function simplerSteps(stuff: Stuff): (() => LessonStep)[] {
  const { inputs, at } = stuff;
  const wire = () => at('hybi-05').frame.wire;
  const clear = () => at('hybi-05').frame.bytes.find(({ id }) => id === 'h0')?.clear ?? 0;
  const key = () => inputs.mask[0] ?? 0;
  return [
    () =>
      step(
        'ask-byte',
        { clear: ofByte(clear(), 'control'), key: ofByte(key(), 'mask') },
        eraScene(stuff, 'hybi-05', { hidden: { byte: 'h0' }, frame: true, notes: [] }),
        ['draft-hybi-05'],
        { ask: { kind: 'byte', right: wire()[4] ?? 0 } },
      ),
    () =>
      step(
        'hybi-05',
        {
          date: dateOf('hybi-05'),
          clear: ofByte(clear(), 'control'),
          key: ofByte(key(), 'mask'),
          wire: ofByte(wire()[4] ?? 0, 'control'),
        },
        eraScene(stuff, 'hybi-05', { changes: ['key-in-clear', 'nonce-dropped'] }),
        ['draft-hybi-05'],
        { code: CODE.five },
      ),
    () =>
      step('hybi-05-rest', {}, eraScene(stuff, 'hybi-05', { changes: ['new-version', 'close-letter'] }), [
        'draft-hybi-05',
      ]),
    () => plainStep(stuff, 'hybi-06'),
    () =>
      step(
        'hybi-07',
        {
          date: dateOf('hybi-07'),
          header: ofBytes(at('hybi-07').frame.wire.subarray(0, 2), 'control'),
          key: ofBytes(inputs.mask, 'mask'),
        },
        eraScene(stuff, 'hybi-07'),
        ['draft-hybi-07', 'RFC 6455 §5.2'],
        { onward: { lesson: 'frame-anatomy', step: null, inputs: {} } },
      ),
  ];
}
