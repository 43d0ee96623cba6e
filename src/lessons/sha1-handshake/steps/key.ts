/** From why there is a handshake to the key on the wire. */

import type { AskOption } from '../../../components/lesson/lesson.ts';
import { ofByte, ofBytes, ofText } from '../../../components/lesson/value.ts';
import { base64Letter } from '../../../protocol/bytes/base64.ts';
import type { Body, Draft } from '../body.ts';
import type { Group } from '../groups.ts';
import { lettersOf, sixBits } from '../groups.ts';
import type { Focus, Progress, Scene } from '../scene.ts';
import { sceneOf } from '../scene.ts';
import type { Work } from '../work.ts';
import { CODE } from './code.ts';

const GROUP_LETTERS = 4;

export function keySteps(work: Work): readonly Draft[] {
  const { key, nonce, keyGroups } = work;
  const first = keyGroups[0] as Group;
  const last = keyGroups.at(-1) as Group;
  const draft = (id: string, make: () => Body): Draft => ({ phase: 'key', id, make });
  const from = (known: number): Progress => ({ row: 'key', known });
  const bytes = ofBytes(Uint8Array.from(first.bytes), 'key');

  return [
    {
      phase: 'why',
      id: 'start',
      make: () => ({
        text: 'start',
        values: { key: ofText(key, 'key') },
        scene: sceneOf(work, { row: 'nonce', known: 0, calm: true }, talk(work, null)),
        sections: ['RFC 6455 §1.3'],
        code: CODE.whole,
      }),
    },
    {
      phase: 'why',
      id: 'why',
      make: () => ({
        text: 'why',
        values: {},
        scene: sceneOf(work, { row: 'nonce', known: 0, calm: true }, talk(work, false)),
        sections: ['RFC 6455 §1.3', 'RFC 6455 §1.6'],
      }),
    },
    draft('nonce', () => ({
      text: 'nonce',
      values: { nonce: ofBytes(nonce, 'key') },
      scene: sceneOf(work, { row: 'nonce', known: nonce.length, lit: [0, nonce.length] }, groupFocus(first, 'table')),
      sections: ['RFC 6455 §4.1'],
      code: CODE.nonce,
    })),
    draft('alphabet', () => ({
      text: 'alphabet',
      values: {},
      scene: sceneOf(work, from(0), groupFocus(first, 'table')),
      sections: ['RFC 4648 §4'],
      code: CODE.table,
    })),
    draft('bits', () => ({
      text: 'bits',
      values: { bytes },
      scene: withBytes(sceneOf(work, from(0), groupFocus(first, 'bits')), first),
      sections: ['RFC 4648 §4'],
      code: CODE.bits,
    })),
    draft('cut', () => {
      const value = first.slots[0]?.value ?? 0;
      return {
        text: 'cut',
        values: { bytes, six: ofText(sixBits(value), 'key'), number: value },
        scene: withBytes(sceneOf(work, from(0), groupFocus(first, 'cut', 0)), first),
        sections: ['RFC 4648 §4'],
        code: CODE.sixes,
        ask: { kind: 'choice', options: letterOptions(value) },
      };
    }),
    draft('key-group-1', () => ({
      text: 'first-four',
      values: { bytes, letters: ofText(lettersOf(first), 'key') },
      scene: letters(work, first),
      sections: ['RFC 4648 §4'],
      code: CODE.letters,
    })),
    ...keyGroups.slice(1, -1).map((group) =>
      draft(`key-group-${group.index + 1}`, () => ({
        text: 'group',
        values: groupValues(group),
        scene: letters(work, group),
        sections: ['RFC 4648 §4'],
        code: CODE.letters,
      })),
    ),
    draft(`key-group-${keyGroups.length}`, () => lastGroup(work, last)),
    draft('key', () => ({
      text: 'key',
      values: { key: ofText(key, 'key') },
      scene: sceneOf(work, { row: 'key', known: key.length, lit: [0, key.length] }, groupFocus(last, 'letters')),
      sections: ['RFC 6455 §4.1', 'RFC 4648 §4'],
      code: CODE.key,
    })),
    draft('request', () => ({
      text: 'request',
      values: { key: ofText(key, 'key') },
      scene: sceneOf(work, { row: 'key', known: key.length, lit: [0, key.length] }, requestFocus(work)),
      sections: ['RFC 6455 §4.1', 'RFC 6455 §11.3.1'],
    })),
  ];
}

/** The line with the key stands out. */
export function requestFocus(work: Work): Focus {
  const lines = work.request;
  const lit = lines.findIndex(({ name }) => name === 'Sec-WebSocket-Key');
  return { kind: 'head', side: 'client', lines, known: lines.length, lit };
}

/** A question and an answer without meaning, or one that could come from anybody. */
function talk(work: Work, believed: false | null): Focus {
  const answer = believed === null ? null : 'yes';
  return {
    kind: 'talk',
    lines: [
      { from: 'client', header: 'Sec-WebSocket-Key', value: work.key, believed: null },
      { from: 'server', header: 'Sec-WebSocket-Accept', value: answer, believed },
    ],
  };
}

export function groupFocus(
  group: Group,
  show: 'table' | 'bits' | 'cut' | 'letters',
  hidden: number | null = null,
): Focus {
  return { kind: 'group', group, show, hidden };
}

export function groupValues(group: Group) {
  const from = group.index * GROUP_LETTERS;
  return {
    bytes: ofBytes(Uint8Array.from(group.bytes), 'key'),
    letters: ofText(lettersOf(group), 'key'),
    group: group.index + 1,
    first: from + 1,
    last: from + GROUP_LETTERS,
  };
}

function letters(work: Work, group: Group): Scene {
  const from = group.index * GROUP_LETTERS;
  const progress: Progress = { row: 'key', known: from + GROUP_LETTERS, lit: [from, from + GROUP_LETTERS] };
  return withBytes(sceneOf(work, progress, groupFocus(group, 'letters')), group);
}

/** The bytes that a group comes from stand out in the row before. */
export function withBytes(scene: Scene, group: Group): Scene {
  const place = scene.rows.findIndex(({ id }) => id === scene.now) - 1;
  const from = group.index * 3;
  const rows = scene.rows.map((row, index) =>
    index === place ? { ...row, lit: [from, from + group.bytes.length] as const } : row,
  );
  return { ...scene, rows };
}

/** One byte is left: two characters and `==`. A key may hold bits there that no encoder puts (RFC 4648 §3.5). */
function lastGroup(work: Work, group: Group): Body {
  const byte = ofByte(group.bytes[0] ?? 0, 'key');
  const four = ofText(lettersOf(group), 'key');
  const rest = { scene: letters(work, group), code: CODE.filled };
  if (work.spare === 0) {
    return { text: 'one-left', values: { byte, letters: four }, sections: ['RFC 4648 §4', 'RFC 6455 §4.1'], ...rest };
  }
  const value = group.slots[1]?.value ?? 0;
  return {
    text: 'stray-bits',
    values: {
      byte,
      letters: four,
      found: ofText(base64Letter(value), 'key'),
      proper: ofText(base64Letter(value - work.spare), 'key'),
      spare: ofText(work.spare.toString(2).padStart(4, '0'), 'key'),
    },
    sections: ['RFC 4648 §3.5', 'RFC 6455 §4.1'],
    ...rest,
  };
}

/** The right character and its neighbours in the table; the right one is not always at the same place. */
function letterOptions(value: number): readonly AskOption[] {
  const option = (id: string, other: number): AskOption => ({
    id,
    value: ofText(base64Letter((other + 64) % 64), 'key'),
    right: id === 'right',
  });
  const wrong = [option('before', value - 1), option('after', value + 1)];
  const place = value % 3;
  return [...wrong.slice(0, place), option('right', value), ...wrong.slice(place)];
}
