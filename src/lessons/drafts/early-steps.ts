/** From hixie-75 to hybi-03: no mask yet. */

import { ofBytes, ofText, ofWords } from '../../components/lesson/value.ts';
import { DRAFTS } from '../../protocol/model/drafts.ts';
import { type ChangeId, HISTORY } from '../../protocol/model/history.ts';
import { eraScene } from './era.ts';
import { type LessonStep, type Stuff, step } from './steps.ts';
import { beforeOf, factsOf, type Stop } from './stops.ts';

const HEADER = 2;

export function dateOf(stop: Stop) {
  return ofText(factsOf(stop).date);
}

/** The changes of a text that a step leaves to the next one. */
export function others(stop: Stop, ...ids: readonly ChangeId[]): readonly ChangeId[] {
  return factsOf(stop).changes.filter((id) => !ids.includes(id));
}

export function hixieSteps(stuff: Stuff): (() => LessonStep)[] {
  const { inputs, at } = stuff;
  return [
    () => {
      const scene = eraScene(stuff, 'hixie-75');
      const versions = new Set(DRAFTS.map((draft) => HISTORY[draft].version).filter((version) => version !== null));
      const timeline = { ...scene.timeline, known: -1 };
      return step('start', { texts: DRAFTS.length, versions: versions.size }, { ...scene, timeline }, [
        'RFC 6455 §1.9',
      ]);
    },
    () =>
      step(
        'hixie-75',
        {
          date: dateOf('hixie-75'),
          frame: ofBytes(at('hixie-75').frame.wire, 'payload', 20),
          message: ofText(inputs.message, 'payload'),
        },
        eraScene(stuff, 'hixie-75', { frame: true }),
        ['draft-hixie-75 §4.1', 'draft-hixie-75 §4.2'],
        { onward: { lesson: 'hixie-75', step: null, inputs: {} } },
      ),
    () =>
      step(
        'hixie-76',
        {
          date: dateOf('hixie-76'),
          answer: ofBytes(at('hixie-76').exchange.response.at(-1)?.bytes ?? new Uint8Array(), 'key'),
        },
        eraScene(stuff, 'hixie-76', { changes: ['challenge-keys', 'challenge-answer'] }),
        ['draft-hixie-76 §1.3', 'draft-hixie-76 §5.2'],
        { onward: { lesson: 'md5-handshake', step: null, inputs: {} } },
      ),
    () =>
      step(
        'hixie-76-rest',
        {},
        eraScene(stuff, 'hixie-76', {
          changes: others('hixie-76', 'challenge-keys', 'challenge-answer', 'close-frame'),
        }),
        ['draft-hixie-76 §4.1'],
      ),
    () =>
      step('hixie-76-close', {}, eraScene(stuff, 'hixie-76', { changes: ['close-frame'] }), ['draft-hixie-76 §5.3']),
    () =>
      step('hybi-00', { date: dateOf('hybi-00'), before: ofWords('hixie-76') }, eraScene(stuff, 'hybi-00'), [
        'draft-hybi-00',
      ]),
  ];
}

export function binarySteps(stuff: Stuff): (() => LessonStep)[] {
  const { inputs, at } = stuff;
  const first = () => at('hybi-01').frame.wire[0] ?? 0;
  const count = () => at('hybi-01').frame.wire.length - HEADER;
  return [
    () =>
      step(
        'ask-first',
        { count: count() },
        eraScene(stuff, 'hybi-01', { hidden: { byte: 'h0' }, frame: true, notes: [] }),
        ['draft-hybi-01 §4.2'],
        { ask: { kind: 'byte', right: first() } },
      ),
    () =>
      step(
        'hybi-01',
        {
          date: dateOf('hybi-01'),
          header: ofBytes(at('hybi-01').frame.wire.subarray(0, HEADER), 'control'),
          count: count(),
        },
        eraScene(stuff, 'hybi-01', { changes: ['binary-header', 'frame-kinds'] }),
        ['draft-hybi-01 §4.2'],
      ),
    () =>
      step('hybi-01-bits', {}, eraScene(stuff, 'hybi-01', { changes: ['more-bit', 'spare-bits'] }), [
        'draft-hybi-01 §4.2',
      ]),
    () => step('hybi-02', { date: dateOf('hybi-02') }, eraScene(stuff, 'hybi-02'), ['draft-hybi-02']),
    () =>
      step('ask-draft', {}, eraScene(stuff, 'hybi-03', { hidden: { line: 'version' }, notes: [] }), ['draft-hybi-03'], {
        ask: {
          kind: 'choice',
          options: [
            { id: 'three', value: ofText('Sec-WebSocket-Draft: 3', 'key'), right: false },
            { id: 'none', value: null, right: false },
            { id: 'two', value: ofText('Sec-WebSocket-Draft: 2', 'key'), right: true },
          ],
        },
      }),
    () => step('hybi-03', { date: dateOf('hybi-03') }, eraScene(stuff, 'hybi-03'), ['draft-hybi-03']),
    () => {
      const scene = eraScene(stuff, 'hybi-03', {
        changes: [],
        frame: true,
        notes: [
          { kind: 'wrong', label: 'readable-proxy' },
          { kind: 'info', label: 'switched-off' },
        ],
      });
      return step(
        'paper',
        { message: ofText(inputs.message, 'payload') },
        { ...scene, timeline: { ...scene.timeline, paper: true } },
        ['RFC 6455 §10.3'],
        { onward: { lesson: 'masking', step: 'cast', inputs: {} } },
      );
    },
  ];
}

/** A draft whose step needs no more than its date. */
export function plainStep(
  stuff: Stuff,
  stop: 'hybi-06' | 'hybi-08' | 'hybi-09' | 'hybi-10' | 'hybi-11' | 'hybi-13' | 'hybi-14' | 'hybi-15',
): LessonStep {
  return step(stop, { date: dateOf(stop) }, eraScene(stuff, stop), [`draft-${stop}`]);
}

/** A draft that changed nothing but its wording. */
export function wordingStep(stuff: Stuff, stop: 'hybi-12' | 'hybi-16' | 'hybi-17'): LessonStep {
  const before = factsOf(beforeOf(stop) ?? stop).name;
  const values = { name: ofWords(stop), before: ofWords(before), date: dateOf(stop) };
  return step('wording-only', values, eraScene(stuff, stop), [`draft-${stop}`], { id: stop });
}
