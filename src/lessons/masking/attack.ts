/** The picture of the attack: five parties, what goes between them, what the proxy makes of it. */

import { byteCells, type CellLook, characterOf } from '../../components/http/head.ts';
import { isKnown, type State } from '../../components/stage/types.ts';
import { encodeUtf8 } from '../../protocol/bytes/utf8.ts';
import type { Facts, Sent } from './facts.ts';
import type { LabelId } from './labels.ts';
import type { AttackScene, BitsLook, FrameLine, Note, Party, PartyEvent, ReadLine, Said } from './scene.ts';

/** What happens, in order, up to the harm. */
export type EventId = 'open' | 'accept' | 'send' | 'frame' | 'answer' | 'visit' | 'poisoned';

type Template = Omit<PartyEvent, 'state'>;

const EVENTS: readonly Template[] = [
  { id: 'open', from: 'browser', to: 'server', kind: 'http', name: { label: 'event-open' } },
  { id: 'accept', from: 'server', to: 'browser', kind: 'http', name: { label: 'event-accept' } },
  { id: 'send', from: 'script', to: 'browser', kind: 'call', name: { label: 'event-send' } },
  { id: 'frame', from: 'browser', to: 'server', kind: 'frame', name: { label: 'event-frame' } },
  { id: 'answer', from: 'server', to: 'proxy', kind: 'http', name: { label: 'event-answer' } },
  { id: 'visit', from: 'visitor', to: 'proxy', kind: 'http', name: { label: 'event-visit' } },
  { id: 'poisoned', from: 'proxy', to: 'visitor', kind: 'http', name: { label: 'event-poisoned' } },
];

/** One key for a whole connection: the server reads it and tells the script. */
const TOLD: readonly Template[] = [
  ...EVENTS.slice(0, 4),
  { id: 'tell', from: 'server', to: 'script', kind: 'frame', name: { label: 'event-tell' } },
  { id: 'send-again', from: 'script', to: 'browser', kind: 'call', name: { label: 'event-send' } },
  { id: 'frame-again', from: 'browser', to: 'server', kind: 'frame', name: { label: 'event-frame-again' } },
];

/** Bytes of a frame that are drawn. All of them: the inputs let no longer one through. */
const MOST_CELLS = 72;
const MOST_LINES = 6;
const LF = 0x0a;
const CR = 0x0d;

export interface AttackLook {
  readonly strong: readonly Party[];
  /** Events up to these have happened. */
  readonly current?: readonly string[];
  readonly told?: boolean;
  readonly reading?: Partial<AttackScene['reading']>;
  readonly cache?: State;
  readonly frame?: FrameLine | null;
  readonly bits?: BitsLook | null;
  readonly roles?: boolean;
}

export function attackScene({ attack }: Facts, look: AttackLook): AttackScene {
  const {
    strong,
    current = [],
    told = false,
    reading,
    cache = 'empty',
    frame = null,
    bits = null,
    roles = false,
  } = look;
  const templates = told ? TOLD : EVENTS;
  const last = templates.findLastIndex(({ id }) => current.includes(id));
  return {
    kind: 'attack',
    inputs: ['key', 'target', 'fresh'],
    roles,
    strong,
    events: templates.map((event, i) => ({
      ...event,
      state: current.includes(event.id) ? 'current' : i < last ? 'done' : 'empty',
    })),
    reading: { name: 'proxy-reads', lines: [], verdict: null, ...reading },
    cache: { state: cache, name: `http://${attack.host}${attack.path}` },
    frame,
    bits,
  };
}

/** The frame of the attack, characters over hex; what reads as a request is marked. */
export function attackFrame(
  sent: Sent,
  name: Said,
  { state, mark = true }: { readonly state?: (offset: number) => State; readonly mark?: boolean } = {},
): FrameLine {
  const { frame, header, found } = sent;
  const request = mark && found ? [found.offset, found.offset + found.head.length] : [0, 0];
  const look = (offset: number): CellLook => {
    const role = offset >= header ? 'payload' : offset === 0 ? 'control' : offset === 1 ? 'length' : 'mask';
    const marked = offset >= (request[0] ?? 0) && offset < (request[1] ?? 0);
    return { role, state: state?.(offset) ?? (marked ? 'current' : 'done') };
  };
  // A caption would tell what its cell does not.
  const cells = byteCells(frame, { start: 0, end: frame.length }, look, MOST_CELLS).map((cell) =>
    isKnown(cell.state ?? 'done') ? cell : { ...cell, caption: '' },
  );
  const detail: Said = { label: 'sent-counts', values: { header, count: frame.length - header } };
  return { id: 'a', name, detail, side: 'client', cells };
}

/** What the proxy makes of a frame, line by line. */
export function readingOf({ frame, found }: Sent): readonly ReadLine[] {
  const end = found ? found.offset + found.head.length : 0;
  return linesOf(frame, ({ start }) => {
    const inRequest = found !== null && start >= found.offset && start < end;
    return inRequest ? { state: 'current' } : { state: 'faint' };
  });
}

/** The same room, before anything is known. */
export function hiddenReading(sent: Sent): readonly ReadLine[] {
  return readingOf(sent).map(({ id, end }, i) => ({ id, text: '', end, state: i === 0 ? 'hidden' : 'empty' }));
}

export function answerLines({ attack }: Facts): readonly ReadLine[] {
  return linesOf(encodeUtf8(attack.answer), () => ({ state: 'current' }));
}

function linesOf(
  bytes: Uint8Array,
  look: (line: { readonly start: number; readonly end: number }) => Pick<ReadLine, 'state'>,
): readonly ReadLine[] {
  const lines: ReadLine[] = [];
  for (let start = 0; start < bytes.length && lines.length < MOST_LINES; ) {
    const at = bytes.indexOf(LF, start);
    const end = at < 0 ? bytes.length : at + 1;
    const kind = at < 0 ? 'none' : at > start && bytes[at - 1] === CR ? 'crlf' : 'lf';
    const text = bytes.subarray(start, end - { none: 0, lf: 1, crlf: 2 }[kind]);
    lines.push({
      id: `line-${lines.length}`,
      text: Array.from(text, shown).join(''),
      end: kind,
      ...look({ start, end }),
    });
    start = end;
  }
  return lines;
}

/** A line end by itself is no end of a line, and is drawn as what it is: nothing that can be read. */
function shown(byte: number): string {
  const character = characterOf(byte);
  return character.length === 1 ? character : '·';
}

export function verdictOf({ found }: Sent, label: LabelId, none: LabelId, values: Note['values'] = {}): Note {
  return found ? { kind: 'wrong', label, values } : { kind: 'right', label: none, values };
}
