/** Longer forms, the top bit, and what JavaScript makes of large numbers. */

import { codeOf } from '../../components/lesson/code.ts';
import { ofBytes, ofNumber, ofText } from '../../components/lesson/value.ts';
import { minimalForm } from '../../protocol/frame/length.ts';
import { type Peer, RULES } from '../../protocol/model/rules.ts';
import parseCode from './parse.py?raw';
import { cellsOf, type Detail, type Row } from './scene.ts';
import { type LessonStep, ofLength, step } from './steps.ts';
import { FORMS, LARGEST, MOST, type Work, writtenAs } from './work.ts';

/** As they call themselves. */
const PEERS: Readonly<Record<Peer, string>> = {
  chromium: 'Chromium',
  ws: 'ws (Node.js)',
  'websocket-driver': 'websocket-driver (Ruby, Node.js)',
  'python-websockets': 'websockets (Python)',
  wsproto: 'wsproto (Python)',
  wireshark: 'Wireshark',
};

/** For lengths that have no longer form. */
const SAMPLE = 5n;

export function ruleSteps(work: Work): (() => LessonStep)[] {
  const { length } = work;
  const sample = length <= LARGEST[16] ? length : SAMPLE;
  const { enforcedBy, ignoredBy, section } = RULES['length-not-minimal'];
  const names = (peers: readonly Peer[]) => peers.map((peer) => PEERS[peer]).join(', ');
  const longer = writtenAs(sample, 64);
  return [
    () =>
      step(
        work,
        'ask-longer',
        'ask-longer',
        { length: ofLength(sample), bytes: ofBytes(longer, 'length') },
        {},
        {
          ask: {
            kind: 'choice',
            options: [
              { id: 'allowed', value: null, right: false },
              { id: 'refused', value: null, right: true },
              { id: 'warned', value: null, right: false },
            ],
          },
        },
      ),
    () =>
      step(
        work,
        'longer',
        'longer',
        { length: ofLength(sample), shortest: ofBytes(writtenAs(sample, minimalForm(sample)), 'length') },
        { detail: formsOf(sample) },
        { code: codeOf(parseCode, 'assert n > 125', 'assert n > 65535'), sections: [section] },
      ),
    () => {
      const facts = [
        { name: { label: 'refused-by' }, text: names(enforcedBy) },
        { name: { label: 'taken-by' }, text: names(ignoredBy) },
      ] as const;
      return step(
        work,
        'who',
        'who',
        { strict: ofText(names(enforcedBy)), lenient: ofText(names(ignoredBy)) },
        { detail: { kind: 'facts', caption: { label: 'enforce' }, facts } },
        { sections: [section] },
      );
    },
    () =>
      step(
        work,
        'ask-top',
        'ask-top',
        {},
        // The largest length would say the answer.
        { before: true },
        {
          ask: { kind: 'number', right: 63 },
        },
      ),
    () => topStep(work),
  ];
}

function formsOf(length: bigint): Detail {
  const shortest = minimalForm(length);
  const rows = FORMS.map((form): Row => {
    const name = { label: `in-form-${form}` } as const;
    const id = `form-${form}`;
    if (length > LARGEST[form]) return { id, name, cells: [], note: { label: 'no-room' } };
    const right = form === shortest;
    return {
      id,
      name,
      cells: cellsOf(id, writtenAs(length, form), right ? 'done' : 'wrong'),
      verdict: right ? 'right' : 'wrong',
      note: { label: right ? 'shortest' : 'too-long' },
    };
  });
  return { kind: 'rows', caption: { label: 'forms', values: { length: String(length) } }, rows };
}

function topStep(work: Work): LessonStep {
  const above = 2n ** 63n;
  const rows: readonly Row[] = [
    {
      id: 'clear',
      name: { label: 'top-clear' },
      cells: cellsOf('clear', writtenAs(MOST, 64)),
      verdict: 'right',
      note: { label: 'largest-note', values: { length: String(MOST) } },
    },
    {
      id: 'set',
      name: { label: 'top-set' },
      cells: cellsOf('set', writtenAs(above, 64)).map((cell, i) => (i === 1 ? { ...cell, state: 'wrong' } : cell)),
      verdict: 'wrong',
      note: { label: 'refused-note' },
    },
  ];
  return step(
    work,
    'top',
    'top',
    { most: ofLength(MOST), refused: ofLength(above) },
    { detail: { kind: 'rows', caption: { label: 'top' }, rows } },
    { code: codeOf(parseCode, 'assert n < 2**63'), sections: [RULES['length-msb-set'].section] },
  );
}

/** A double counts exactly up to here, and shifts work on 32 bits. */
export function numberSteps(work: Work): (() => LessonStep)[] {
  const { length } = work;
  const number = BigInt(Number(length));
  const difference = number - length;
  const shifted = BigInt.asIntN(32, length);
  const limit = ofNumber(Number.MAX_SAFE_INTEGER);
  const facts = (name: 'as-number' | 'as-int32', value: bigint) =>
    [
      { name: { label: 'exact' }, text: String(length) },
      { name: { label: name }, text: String(value).replace('-', '−'), state: value === length ? 'right' : 'wrong' },
      { name: { label: 'difference' }, text: String(value - length).replace('-', '−') },
    ] as const;
  return [
    () => {
      const view = {
        detail: { kind: 'facts', caption: { label: 'number' }, facts: facts('as-number', number) },
      } as const;
      if (difference === 0n) return step(work, 'number', 'number-exact', { length: ofLength(length), limit }, view);
      const values = {
        length: ofLength(length),
        number: ofNumber(number),
        difference: ofText(String(difference).replace('-', '−')),
        limit,
      };
      return step(work, 'number', 'number-rounded', values, view);
    },
    () => {
      const view = {
        detail: { kind: 'facts', caption: { label: 'shift' }, facts: facts('as-int32', shifted) },
      } as const;
      if (shifted === length) return step(work, 'shift', 'shift-right', { length: ofLength(length) }, view);
      return step(
        work,
        'shift',
        'shift-wrong',
        { length: ofLength(length), shifted: ofText(String(shifted).replace('-', '−')) },
        view,
      );
    },
  ];
}
