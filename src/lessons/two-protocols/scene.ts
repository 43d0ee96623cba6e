/** What the stage of this lesson draws: the two heads, a close look, and the connection. */

import type { Detail, Values } from '../../components/http/detail.ts';
import { drawn, type HeadLine, type HttpLine, type LineState } from '../../components/http/head.ts';
import { type EventTemplate, type LaneEvent, upTo } from '../../components/http/lanes.ts';
import type { LabelId } from './labels.ts';
import type { Exchange, Wire } from './wire.ts';

export type Look = Detail<LabelId>;

/** Events from `from` to `to` speak one protocol. */
export interface Band {
  readonly label: LabelId;
  readonly from: string;
  readonly to: string;
}

export interface Scene {
  readonly request: readonly HttpLine[];
  readonly response: readonly HttpLine[];
  /** Bytes of the two heads. */
  readonly requestLength: number;
  readonly responseLength: number;
  /** One of the heads is not this connection's: a what-if. */
  readonly whatIf: 'request' | 'response' | null;
  readonly events: readonly LaneEvent<LabelId>[];
  readonly bands: readonly Band[];
  readonly detail: Look;
}

export type StateOf = (line: HeadLine, index: number) => LineState;

export const none: StateOf = () => 'empty';
export const all: StateOf = () => 'done';

/** Lines up to `id`, which is the current one. */
export function reached(lines: readonly HeadLine[], id: string): StateOf {
  const at = lines.findIndex((line) => line.id === id);
  return (_, index) => (index < at ? 'done' : index === at ? 'current' : 'empty');
}

/** Some lines in a state of their own, the others in the background. */
export function marked(ids: readonly string[], state: LineState, rest: LineState = 'faint'): StateOf {
  return ({ id }) => (ids.includes(id) ? state : rest);
}

export interface View {
  /** Default: the right one. */
  readonly exchange?: Exchange;
  readonly request: StateOf;
  readonly response: StateOf;
  /** Lines to draw as the request where they are not the exchange's own: the line that was taken out is shown, too. */
  readonly requestLines?: readonly HeadLine[];
  readonly whatIf?: 'request' | 'response';
  readonly event: string | null;
  readonly also?: readonly string[];
  readonly glued?: boolean;
  readonly detail: Look;
}

export function sceneOf(wire: Wire, path: string, message: string, view: View): Scene {
  const { exchange = wire.exchange, requestLines = exchange.requestLines, whatIf = null } = view;
  const { response, responseLines } = exchange;
  const refused = isRefused(exchange);
  const events = refused ? refusedEvents(exchange, path) : goodEvents(exchange, wire, path, message, view.glued);
  return {
    request: drawn(requestLines, view.request),
    response: drawn(responseLines, view.response),
    requestLength: exchange.request.length,
    responseLength: response.length,
    whatIf,
    events: upTo(events, view.event, view.also),
    bands: [
      { label: 'band-tcp', from: 'syn', to: 'ack' },
      { label: 'band-http', from: 'request', to: 'response' },
      refused
        ? { label: 'band-closed', from: 'frame', to: 'echo' }
        : { label: 'band-websocket', from: 'frame', to: 'echo' },
    ],
    detail: view.detail,
  };
}

/** The handshake ends here, on one side or the other. */
export function isRefused({ responseReading: { switched, verdict } }: Exchange): boolean {
  return switched !== true || verdict !== 'accept';
}

/** Where a what-if leads: to the answer, or to the end of the connection. */
export function endOf(exchange: Exchange): Pick<View, 'event' | 'also'> {
  return isRefused(exchange) ? { event: 'echo', also: ['response', 'frame'] } : { event: 'response' };
}

const OPENING: readonly EventTemplate<LabelId>[] = [
  { id: 'syn', from: 'client', kind: 'tcp', label: 'event-syn' },
  { id: 'syn-ack', from: 'server', kind: 'tcp', label: 'event-syn-ack' },
  { id: 'ack', from: 'client', kind: 'tcp', label: 'event-ack' },
];

function requestEvent(length: number, path: string): EventTemplate<LabelId> {
  const counted = { detail: 'bytes', detailValues: { count: length } } as const;
  return { id: 'request', from: 'client', kind: 'http', label: 'event-request', values: { path }, ...counted };
}

/** Rows keep their ids whatever happens, so that the picture keeps its shape. */
function goodEvents(
  exchange: Exchange,
  wire: Wire,
  path: string,
  message: string,
  glued = false,
): readonly EventTemplate<LabelId>[] {
  const counted = (count: number): { detail: LabelId; detailValues: Values } => ({
    detail: glued ? 'same-segment' : 'bytes',
    detailValues: { count },
  });
  return [
    ...OPENING,
    requestEvent(exchange.request.length, path),
    { id: 'response', from: 'server', kind: 'http', label: 'event-response', ...counted(exchange.response.length) },
    {
      id: 'frame',
      from: 'server',
      kind: 'frame',
      label: 'event-frame',
      values: { message },
      ...counted(wire.frame.length),
    },
    {
      id: 'echo',
      from: 'client',
      kind: 'frame',
      label: 'event-echo',
      detail: 'bytes',
      detailValues: { count: wire.echo.length },
    },
  ];
}

/** Who gives up closes: the server after a refusal, the client after an answer it does not believe. */
function refusedEvents(exchange: Exchange, path: string): readonly EventTemplate<LabelId>[] {
  const { head, switched } = exchange.responseReading;
  const closer = switched === true ? 'client' : 'server';
  const status = [head.status?.text, head.reason?.text].filter((text) => text !== undefined).join(' ');
  const fin = { kind: 'tcp', label: 'event-fin', detail: 'closes' } as const;
  return [
    ...OPENING,
    requestEvent(exchange.request.length, path),
    {
      id: 'response',
      from: 'server',
      kind: 'http',
      label: 'event-refusal',
      values: { status },
      detail: 'bytes',
      detailValues: { count: exchange.response.length },
    },
    { id: 'frame', from: closer, ...fin },
    { id: 'echo', from: closer === 'client' ? 'server' : 'client', ...fin },
  ];
}
