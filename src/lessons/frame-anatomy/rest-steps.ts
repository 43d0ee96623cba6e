/** The second byte, and what it announces: the length, the key, the payload. */

import { codeOf } from '../../components/lesson/code.ts';
import { ofByte, ofBytes, ofNumber } from '../../components/lesson/value.ts';
import type { FormulaPart } from '../../components/stage/Formula.tsx';
import { hexByte } from '../../protocol/bytes/hex.ts';
import frameCode from './frame.py?raw';
import restCode from './rest.py?raw';
import type { Detail } from './scene.ts';
import { added, FRAMING, type LessonStep, step, taken } from './steps.ts';
import type { Work } from './work.ts';

export function secondByteSteps(work: Work): (() => LessonStep)[] {
  const { masked, sender, form, byte1, size } = work;
  const right = masked === (sender === 'client');
  const mask = right ? (masked ? 'mask-client' : 'mask-server') : masked ? 'mask-extra' : 'mask-missing';
  const code = codeOf(frameCode, 'length = data[1] & 127');
  const length = { upTo: 'length', detail: taken(byte1, 0x7f, 'length', String(byte1 & 0x7f)) } as const;
  return [
    () =>
      step(
        work,
        'mask',
        mask,
        {},
        { upTo: 'mask', detail: taken(byte1, 0x80, 'mask') },
        {
          code: codeOf(frameCode, 'mask = data[1] >> 7'),
          sections: ['RFC 6455 §5.1', FRAMING],
        },
      ),
    () =>
      form === 7
        ? step(work, 'length', 'length-short', { length: ofNumber(byte1 & 0x7f, 'length') }, length, { code })
        : step(work, 'length', form === 16 ? 'length-126' : 'length-127', {}, length, { code }),
    () =>
      step(
        work,
        'ask-size',
        'ask-size',
        {},
        { upTo: 'length', current: ['mask', 'length'] },
        {
          ask: { kind: 'number', right: size },
        },
      ),
    () =>
      step(
        work,
        'sizes',
        'sizes',
        { size },
        {
          upTo: 'length',
          current: ['mask', 'length'],
          open: true,
          detail: { kind: 'sizes', own: size },
        },
      ),
  ];
}

export function restSteps(work: Work): (() => LessonStep)[] {
  const { cut, parts } = work;
  const steps = [() => extendedStep(work)];
  if (cut === 'extended') return steps;
  steps.push(() => keyStep(work));
  if (parts === null) return steps;
  steps.push(() => payloadStep(work));
  const count = parts.rest.length;
  if (count > 0) steps.push(() => step(work, 'after', 'after', { count }, { upTo: 'after' }));
  return steps;
}

function extendedStep(work: Work): LessonStep {
  const { form, bytes, figure, cut, needed, byte1 } = work;
  const view = { upTo: 'extended' } as const;
  const code = codeOf(restCode, 'if n:', 'length = int.from_bytes(', "data[2:i], 'big')");
  if (cut === 'extended') return step(work, 'extended', 'extended-cut', { needed: Number(needed) }, view, { code });
  if (form === 7) {
    const length = ofNumber(byte1 & 0x7f, 'length');
    return step(work, 'extended', 'extended-none', { length }, { ...view, current: ['length'] }, { code });
  }
  const values = {
    bytes: ofBytes(bytes.subarray(2, form === 16 ? 4 : 10), 'length'),
    length: ofNumber(figure.payloadLength ?? 0n, 'length'),
  };
  const detail = added(bytes.subarray(2, form === 16 ? 4 : 10), figure.payloadLength ?? 0n);
  return step(work, 'extended', form === 16 ? 'extended-16' : 'extended-64', values, { ...view, detail }, { code });
}

function keyStep(work: Work): LessonStep {
  const { masked, parts, needed } = work;
  const extra = { code: codeOf(restCode, 'key = data[i:i + 4 * mask]'), sections: ['RFC 6455 §5.3'] };
  if (!masked) return step(work, 'key', 'key-none', {}, { upTo: 'key', current: ['mask'] }, extra);
  if (parts === null) return step(work, 'key', 'key-cut', { needed: Number(needed) }, { upTo: 'key' }, extra);
  return step(
    work,
    'key',
    'key',
    { key: ofBytes(parts.maskingKey ?? new Uint8Array(0), 'mask') },
    { upTo: 'key' },
    extra,
  );
}

function payloadStep(work: Work): LessonStep {
  const { parts, cut, bytes, size } = work;
  const extra = { code: codeOf(restCode, 'payload = data[i:i + length]'), sections: [FRAMING, 'RFC 6455 §5.3'] };
  const view = { upTo: 'payload' } as const;
  const payload = parts?.payload ?? new Uint8Array(0);
  const length = ofNumber(parts?.declaredLength ?? 0n, 'length');
  if (cut === 'payload') return step(work, 'payload', 'payload-cut', { present: payload.length, length }, view, extra);
  if (payload.length === 0) return step(work, 'payload', 'payload-empty', {}, { ...view, current: ['length'] }, extra);
  const key = parts?.maskingKey;
  if (!key) return step(work, 'payload', 'payload-clear', { length }, view, extra);
  const values = {
    wire: ofByte(bytes[size] ?? 0, 'payload'),
    key: ofByte(key[0] ?? 0, 'mask'),
    clear: ofByte(payload[0] ?? 0, 'payload'),
  };
  const formula: readonly FormulaPart[] = [
    { id: 'wire', value: hexByte(bytes[size] ?? 0), role: 'payload' },
    { operator: '⊕' },
    { id: 'key', value: hexByte(key[0] ?? 0), role: 'mask' },
    { operator: '=' },
    { id: 'clear', value: hexByte(payload[0] ?? 0), role: 'payload', state: 'current' },
  ];
  const detail: Detail = { kind: 'formula', caption: 'xor', parts: formula };
  return step(work, 'payload', 'payload-masked', values, { ...view, detail }, extra);
}
