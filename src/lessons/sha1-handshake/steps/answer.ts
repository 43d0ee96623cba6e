/** From the digest to the answer on the wire, and the client's check. */

import type { AskOption } from '../../../components/lesson/lesson.ts';
import { ofBytes, ofText } from '../../../components/lesson/value.ts';
import type { MistakeId } from '../../../protocol/handshake/accept-mistakes.ts';
import { mistakenAccept } from '../../../protocol/handshake/accept-mistakes.ts';
import type { Body, Draft } from '../body.ts';
import type { Group } from '../groups.ts';
import { lettersOf } from '../groups.ts';
import type { Focus, Scene } from '../scene.ts';
import { afterAll, sceneOf } from '../scene.ts';
import type { Work } from '../work.ts';
import { CODE } from './code.ts';
import { groupFocus, groupValues, withBytes } from './key.ts';

export function acceptSteps(work: Work): readonly Draft[] {
  const { accept, acceptGroups } = work;
  const draft = (id: string, make: () => Body): Draft => ({ phase: 'accept', id, make });
  const last = acceptGroups.at(-1) as Group;
  const bytes = ofBytes(Uint8Array.from(last.bytes), 'key');
  return [
    ...acceptGroups
      .slice(0, -1)
      .map((group) => draft(`accept-group-${group.index + 1}`, () => acceptGroup(work, group))),
    draft('accept-end', () => ({
      text: 'accept-end',
      values: { bytes },
      scene: withBytes(sceneOf(work, { row: 'accept', known: last.index * 4 }, groupFocus(last, 'bits')), last),
      sections: ['RFC 4648 §4'],
      code: CODE.bits,
      ask: {
        kind: 'choice',
        options: [
          { id: 'two', value: ofText('==', 'key'), right: false },
          { id: 'one', value: ofText('=', 'key'), right: true },
          { id: 'none', value: null, right: false },
        ],
      },
    })),
    draft(`accept-group-${acceptGroups.length}`, () => ({
      text: 'two-left',
      values: { bytes, letters: ofText(lettersOf(last), 'key') },
      scene: letters(work, last),
      sections: ['RFC 4648 §4'],
      code: CODE.filled,
    })),
    draft('accept', () => ({
      text: 'accept',
      values: { accept: ofText(accept, 'key') },
      scene: sceneOf(
        work,
        { row: 'accept', known: accept.length, lit: [0, accept.length] },
        groupFocus(last, 'letters'),
      ),
      sections: ['RFC 6455 §4.2.2', 'RFC 6455 §11.3.3'],
      code: CODE.accept,
    })),
  ];
}

function acceptGroup(work: Work, group: Group): Body {
  const { bytes, letters: four, ...place } = groupValues(group);
  const rest = { scene: letters(work, group), sections: ['RFC 4648 §4'], code: CODE.letters };
  return group.index === 0
    ? { text: 'accept-first', values: { bytes, letters: four }, ...rest }
    : { text: 'accept-group', values: { bytes, letters: four, ...place }, ...rest };
}

function letters(work: Work, group: Group): Scene {
  const from = group.index * 4;
  const scene = sceneOf(work, { row: 'accept', known: from + 4, lit: [from, from + 4] }, groupFocus(group, 'letters'));
  return withBytes(scene, group);
}

const LINES = [
  ['status', 'response-status', CODE.status, ['RFC 6455 §4.2.2', 'RFC 7231 §6.2.2']],
  ['upgrade', 'response-upgrade', CODE.upgrade, ['RFC 6455 §4.2.2', 'RFC 7230 §6.7']],
  ['connection', 'response-connection', CODE.connection, ['RFC 6455 §4.2.2', 'RFC 7230 §6.1']],
  ['accept-line', 'response-accept', CODE.acceptLine, ['RFC 6455 §4.2.2', 'RFC 6455 §11.3.3']],
  ['blank-line', 'response-end', CODE.blankLine, ['RFC 6455 §4.2.2', 'RFC 6455 §5.1']],
] as const;

export function responseSteps(work: Work): readonly Draft[] {
  return LINES.map(([text, id, code, sections], index) => ({
    phase: 'response',
    id,
    make: () => {
      const rest = { scene: afterAll(work, responseFocus(work, index)), sections, code };
      return text === 'accept-line'
        ? { text, values: { accept: ofText(work.accept, 'key') }, ...rest }
        : { text, values: {}, ...rest };
    },
  }));
}

function responseFocus(work: Work, lit: number): Focus {
  return { kind: 'head', side: 'server', lines: work.response, known: lit + 1, lit };
}

export function checkSteps(work: Work): readonly Draft[] {
  const { accept } = work;
  const draft = (id: string, make: () => Body): Draft => ({ phase: 'check', id, make });
  const shown = ofText(accept, 'key');
  return [
    draft('expect', () => ({
      text: 'expect',
      values: { key: ofText(work.key, 'key'), accept: shown },
      scene: afterAll(work, { kind: 'compare', expected: accept, found: null }),
      sections: ['RFC 6455 §4.1'],
      code: CODE.expect,
    })),
    draft('which-one', () => ({
      text: 'which-one',
      values: { accept: shown },
      scene: afterAll(work, { kind: 'compare', expected: accept, found: null }),
      sections: ['RFC 6455 §4.1'],
      code: CODE.compare,
      ask: { kind: 'choice', options: answers(work) },
    })),
    draft('same', () => ({
      text: 'same',
      values: { accept: shown },
      scene: afterAll(work, { kind: 'compare', expected: accept, found: accept }),
      sections: ['RFC 6455 §4.1'],
      code: CODE.compare,
    })),
  ];
}

/** Answers of three servers: two that are nearly right. */
function answers(work: Work): readonly AskOption[] {
  const wrong = (['lower-case', 'missing-padding'] as const).flatMap((id: MistakeId): AskOption[] => {
    const value = mistakenAccept(id, work.key);
    return value === null ? [] : [{ id, value: ofText(value, 'key'), right: false }];
  });
  const right: AskOption = { id: 'right', value: ofText(work.accept, 'key'), right: true };
  return [...wrong.slice(0, 1), right, ...wrong.slice(1)];
}
