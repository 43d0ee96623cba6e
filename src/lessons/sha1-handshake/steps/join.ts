/** What the server does with the key: the text, its hash, and what kind of bytes come out. */

import { ofByte, ofBytes, ofText } from '../../../components/lesson/value.ts';
import { hexByte } from '../../../protocol/bytes/hex.ts';
import { fromLatin1 } from '../../../protocol/handshake/latin1.ts';
import { GUID } from '../../../protocol/hash/accept.ts';
import { sha1 } from '../../../protocol/hash/sha1.ts';
import type { Body, Draft } from '../body.ts';
import type { Focus } from '../scene.ts';
import { sceneOf } from '../scene.ts';
import type { Work } from '../work.ts';
import { CODE } from './code.ts';

export function joinSteps(work: Work): readonly Draft[] {
  const { key, text, bytes } = work;
  const draft = (id: string, make: () => Body): Draft => ({ phase: 'join', id, make });
  const whole = text.length;
  return [
    draft('as-text', () => ({
      text: 'as-text',
      values: { key: ofText(key, 'key'), character: ofText(key.charAt(0), 'key'), code: ofByte(bytes[0] ?? 0, 'key') },
      scene: sceneOf(
        work,
        { row: 'joined', known: key.length, lit: [0, key.length] },
        textFocus(work, key.length, [0, key.length]),
      ),
      sections: ['RFC 6455 §4.2.2', 'RFC 6455 §1.3'],
      code: CODE.text,
    })),
    draft('guid', () => ({
      text: 'guid',
      values: { guid: ofText(GUID) },
      scene: sceneOf(
        work,
        { row: 'joined', known: whole, lit: [key.length, whole] },
        textFocus(work, whole, [key.length, whole]),
      ),
      sections: ['RFC 6455 §1.3', 'RFC 6455 §4.2.2'],
      code: CODE.text,
    })),
    draft('size', () => ({
      text: 'size',
      values: {},
      scene: sceneOf(work, { row: 'joined', known: whole }, textFocus(work, whole, [0, 0])),
      sections: ['RFC 6455 §4.2.2'],
      code: CODE.text,
      ask: { kind: 'number', right: bytes.length },
    })),
    draft('sixty', () => ({
      text: 'sixty',
      values: {
        first: ofText(key.charAt(0), 'key'),
        firstCode: ofByte(bytes[0] ?? 0, 'key'),
        last: ofText(text.charAt(whole - 1)),
        lastCode: ofByte(bytes.at(-1) ?? 0),
      },
      scene: sceneOf(work, { row: 'joined', known: whole, lit: [0, whole] }, textFocus(work, whole, [0, whole], true)),
      sections: ['RFC 6455 §4.2.2'],
      code: CODE.text,
    })),
  ];
}

export function hashSteps(work: Work): readonly Draft[] {
  const { text, digest } = work;
  const draft = (id: string, make: () => Body): Draft => ({ phase: 'hash', id, make });
  const row = { row: 'digest', known: digest.length, lit: [0, digest.length] } as const;
  return [
    draft('hash', () => ({
      text: 'hash',
      values: { digest: ofBytes(digest, 'key', 20) },
      scene: sceneOf(work, row, { kind: 'hash', text, digest }),
      sections: ['RFC 6455 §4.2.2', 'RFC 3174 §6.1'],
      code: CODE.digest,
      onward: { lesson: 'inside-sha1', step: null, inputs: { message: text } },
    })),
    draft('change', () => changed(work)),
    draft('raw', () => {
      const byte = digest[0] ?? 0;
      const digits = hexByte(byte);
      return {
        text: 'raw',
        values: { byte: ofByte(byte, 'key'), digits: ofText(digits), codes: ofBytes(fromLatin1(digits)) },
        scene: sceneOf(work, row, { kind: 'raw', digest }),
        sections: ['RFC 6455 §4.2.2'],
        code: CODE.digest,
      };
    }),
  ];
}

/** The first letter of the GUID as a small one: a single bit of the text. */
function changed(work: Work): Body {
  const { key, text, digest } = work;
  const at = key.length + GUID.search(/[A-Z]/);
  const otherText = text.slice(0, at) + text.charAt(at).toLowerCase() + text.slice(at + 1);
  const other = sha1(fromLatin1(otherText));
  const bits = digest.reduce((sum, byte, i) => sum + ones(byte ^ (other[i] ?? 0)), 0);
  const texts = [
    { text, digest },
    { text: otherText, digest: other },
  ] as const;
  return {
    text: 'change',
    values: { changed: bits, digest: ofBytes(digest, 'key', 4), other: ofBytes(other, 'plain', 4) },
    scene: sceneOf(work, { row: 'digest', known: digest.length }, { kind: 'change', texts, at, bits }),
    sections: ['RFC 6455 §4.2.2', 'RFC 3174 §1'],
  };
}

function ones(byte: number): number {
  return byte.toString(2).replaceAll('0', '').length;
}

function textFocus(work: Work, known: number, lit: readonly [number, number], size = false): Focus {
  return { kind: 'text', text: work.text, bytes: work.bytes, known, lit, size };
}
