/** What the stage of this lesson draws: two ends and what goes between them, a close look, or the map of the codes. */

import type { ByteRow, Detail } from '../../components/http/detail.ts';
import type { ByteCell } from '../../components/http/head.ts';
import type { LaneEvent } from '../../components/http/lanes.ts';
import type { State } from '../../components/stage/types.ts';
import { hexByte } from '../../protocol/bytes/hex.ts';
import type { Moment, Sent } from '../../protocol/connection/dialogue.ts';
import { type CloseSaid, type End, openEnd, type Side } from '../../protocol/connection/endpoint.ts';
import { headerSize } from '../../protocol/frame/length.ts';
import type { ColourRole } from '../../protocol/model/fields.ts';
import { type OpcodeName, opcodeName } from '../../protocol/model/opcodes.ts';
import type { LabelId } from './labels.ts';
import type { CodeMap } from './map.ts';
import type { Talk } from './work.ts';

/** A line of what an end knows. */
export interface EndRow {
  readonly name: LabelId;
  readonly label?: LabelId;
  readonly text?: string;
  readonly state: State;
}

export interface Scene {
  readonly ends: Readonly<Record<Side, readonly EndRow[]>>;
  readonly events: readonly LaneEvent<LabelId>[];
  readonly detail: Detail<LabelId>;
  /** Takes the place of the ends. */
  readonly map: CodeMap | null;
}

export interface View {
  readonly talk: Talk;
  /** Index of the moment on show; -1 before the first one. */
  readonly at: number;
  /** What is still to come is not even hinted at. */
  readonly asking?: boolean;
  readonly detail: Detail<LabelId>;
  readonly map?: CodeMap;
}

export function sceneOf(_: unknown, { talk, at, asking = false, detail, map }: View): Scene {
  const { moments } = talk;
  const now = moments[at]?.ends;
  const before = moments[at - 1]?.ends;
  const rows = (side: Side) => endRows(now?.[side] ?? openEnd(side), before?.[side] ?? openEnd(side));
  const events = eventsOf(talk, at);
  return {
    ends: { client: rows('client'), server: rows('server') },
    events: asking ? events.filter(({ state }) => state !== 'empty') : events,
    detail,
    map: map ?? null,
  };
}

function endRows(end: End, before: End): readonly EndRow[] {
  const row = (name: LabelId, show: (end: End) => Omit<EndRow, 'name' | 'state'>): EndRow => {
    const [is, was] = [show(end), show(before)];
    const same = is.label === was.label && is.text === was.text;
    return { name, ...is, state: same ? 'done' : 'current' };
  };
  return [
    row('row-state', ({ state }) => ({ label: `state-${state}` })),
    row('row-sent', ({ sent }) => saidIn(sent)),
    row('row-received', ({ received }) => saidIn(received)),
    row('row-tcp', ({ state, finSent }) => ({
      label: state === 'closed' || state === 'gone' ? 'tcp-closed' : finSent ? 'tcp-fin' : 'tcp-open',
    })),
    row('row-report', ({ state, report }) =>
      report ? { text: `${report.code}` } : { label: state === 'gone' ? 'nobody' : 'nothing-yet' },
    ),
  ];
}

function saidIn(said: CloseSaid | null): Omit<EndRow, 'name' | 'state'> {
  if (said === null) return { label: 'nothing-yet' };
  return said.code === null ? { label: 'no-code' } : { text: `${said.code}` };
}

const EVENTS: Partial<Record<OpcodeName, LabelId>> = { ping: 'event-ping', pong: 'event-pong' };

/** Everything that is sent in a conversation; what has not been sent yet keeps its room. */
function eventsOf({ id, moments }: Talk, at: number): LaneEvent<LabelId>[] {
  const all = moments.flatMap(({ sent }, moment) => sent.map((one) => ({ one, moment })));
  return all.map(({ one, moment }) => {
    const arrival = moments.findIndex(({ arrived }) => arrived?.number === one.number);
    const gone = arrival >= 0 && moments[arrival]?.did === 'ignored';
    const state: State = at < moment ? 'empty' : at === moment || at === arrival ? 'current' : 'done';
    return {
      id: `${id}-${one.number}`,
      from: one.by,
      kind: one.frame < 0 ? 'tcp' : 'frame',
      state,
      ...eventLabel(one, moments[moment]),
      detail: at < arrival ? 'on-its-way' : gone ? 'not-read' : 'arrived',
    };
  });
}

function eventLabel(sent: Sent, moment: Moment | undefined): Pick<LaneEvent<LabelId>, 'label' | 'values'> {
  if (sent.frame < 0) return { label: moment?.ends[sent.by].state === 'gone' ? 'event-gone' : 'event-fin' };
  const label = EVENTS[opcodeName(sent.opcode)];
  if (label !== undefined) return { label };
  const said = moment?.ends[sent.by].sent;
  return said?.code == null ? { label: 'event-close-empty' } : { label: 'event-close', values: { code: said.code } };
}

/** The bytes of a frame on the wire, part by part, and, where they are masked, its payload as it was meant. */
export function frameDetail({ by, bytes, payload, opcode }: Sent): Detail<LabelId> {
  const masked = by === 'client';
  const header = headerSize(7, masked);
  const body = bodyParts(payload, opcodeName(opcode) === 'close');
  const parts: readonly FramePart[] = [
    { label: 'part-header', role: 'control', count: 2 },
    ...(masked ? [{ label: 'field-key', role: 'mask', count: 4 } as const] : []),
    ...body,
  ];
  const clear = { name: 'body-row' as const, ...rowOf(payload, body, 'clear', true) };
  const wire = rowOf(bytes, parts, 'wire', !masked);
  const rows = masked ? [{ name: 'wire-row' as const, ...wire }, ...(payload.length > 0 ? [clear] : [])] : [wire];
  return { caption: masked ? 'frame-client' : 'frame-server', values: { count: bytes.length, header }, rows };
}

interface FramePart {
  readonly label: LabelId;
  readonly role: ColourRole;
  readonly count: number;
}

/** The first two bytes of a Close payload are its code. */
function bodyParts({ length }: Uint8Array, isClose: boolean): readonly FramePart[] {
  const code = isClose ? Math.min(2, length) : 0;
  const rest: FramePart = { label: isClose ? 'fact-reason' : 'fact-payload', role: 'payload', count: length - code };
  const parts: readonly FramePart[] = [{ label: 'fact-code', role: 'key', count: code }, rest];
  return parts.filter(({ count }) => count > 0);
}

/** Bytes shown in a row; of more, the end is left out and counted. */
const MOST = 22;

function rowOf(
  bytes: Uint8Array,
  parts: readonly FramePart[],
  prefix: string,
  clear: boolean,
): Pick<ByteRow<LabelId>, 'cells' | 'groups'> {
  const groups: { first: number; count: number; label: LabelId; role: ColourRole }[] = [];
  const cells: ByteCell[] = [];
  let at = 0;
  for (const { label, role, count } of parts) {
    const shown = Math.min(count, Math.max(0, MOST - at));
    if (shown > 0) groups.push({ first: at, count: shown, label, role });
    for (let i = at; i < at + shown; i += 1) {
      const byte = bytes[i] ?? 0;
      // The second byte of the header is the one with the length.
      const look = role === 'control' && i === 1 ? 'length' : role;
      const printable = clear && role === 'payload' && byte > 0x20 && byte < 0x7f;
      const caption = printable ? { caption: String.fromCharCode(byte) } : {};
      cells.push({ id: `${prefix}-${i}`, text: hexByte(byte), role: look, state: 'current', ...caption });
    }
    at += shown;
  }
  if (at < bytes.length)
    cells.push({ id: `${prefix}-rest`, text: '…', caption: `+${bytes.length - at}`, state: 'faint' });
  return { cells, groups };
}

/** What both applications are told, as far as they are. */
export function reportDetail(ends: Readonly<Record<Side, End>> | undefined): Detail<LabelId> {
  const facts = (['client', 'server'] as const).map((side) => {
    const { report, state } = ends?.[side] ?? openEnd(side);
    const name = `report-${side}` as const;
    if (report === null) return { name, label: state === 'gone' ? ('nobody' as const) : ('nothing-yet' as const) };
    const { code, reason, clean } = report;
    return { name, text: `code ${code}, reason ${JSON.stringify(reason)}, wasClean ${clean}` };
  });
  return { caption: 'reports', facts };
}
