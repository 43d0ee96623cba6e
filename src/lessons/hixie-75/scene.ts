/** What the stage of this lesson draws: what each side sends, a close look, and the two connections. */

import type { Detail, Values } from '../../components/http/detail.ts';
import { drawn, type HeadLine, type HttpLine, type LineState } from '../../components/http/head.ts';
import { type EventTemplate, type LaneEvent, upTo } from '../../components/http/lanes.ts';
import { latin1 } from '../../protocol/handshake/latin1.ts';
import type { LabelId } from './labels.ts';
import { POLICY_PORT, type Reply, type Wire } from './wire.ts';

export type Look = Detail<LabelId>;

/** What one side sends. */
export interface Sheet {
  readonly label: LabelId;
  readonly note?: { readonly label: LabelId; readonly values: Values };
  readonly lines: readonly HttpLine[];
}

export interface Scene {
  readonly request: Sheet;
  readonly response: Sheet;
  readonly events: readonly LaneEvent<LabelId>[];
  /** Ports of the two connections. */
  readonly policyPort: number;
  readonly port: number;
  readonly detail: Look;
}

export type StateOf = (line: HeadLine, index: number) => LineState;

export const none: StateOf = () => 'empty';
export const all: StateOf = () => 'done';
export const faint: StateOf = () => 'faint';

/** Lines up to the last of `ids`; these are the current ones. */
export function reached(lines: readonly HeadLine[], ids: readonly string[]): StateOf {
  const last = lines.findLastIndex(({ id }) => ids.includes(id));
  return ({ id }, index) => (ids.includes(id) ? 'current' : index < last ? 'done' : 'empty');
}

/** Some lines in a state of their own, the others in the background. */
export function marked(ids: readonly string[], state: LineState, rest: LineState = 'faint'): StateOf {
  return ({ id }) => (ids.includes(id) ? state : rest);
}

export function requestSheet(wire: Wire, stateOf: StateOf): Sheet {
  const lines = drawn(wire.requestLines, stateOf);
  return { label: 'request', ...counted(wire.request.length, lines, 'bytes'), lines };
}

/** `kind`: the answer that passes, the learner's own, or one to think about. */
export function replySheet(
  reply: Reply,
  stateOf: StateOf,
  kind: 'response' | 'own-reply' | 'what-if' | 'today-reply' = 'response',
): Sheet {
  const lines = drawn(reply.lines, stateOf);
  const note = counted(reply.bytes.length, lines, kind === 'what-if' ? 'what-if' : 'bytes');
  return { label: kind === 'what-if' ? 'response' : kind, ...note, lines };
}

function counted(count: number, lines: readonly HttpLine[], label: LabelId): Pick<Sheet, 'note'> {
  return lines.every(({ state }) => state === 'empty') ? {} : { note: { label, values: { count } } };
}

/** A text that ends with 00, as Flash wants it. */
export function policySheet(bytes: Uint8Array, label: 'policy-ask' | 'policy-reply', state: LineState): Sheet {
  const text = latin1(bytes, 0, bytes.length - 1);
  const known = state !== 'empty' && state !== 'hidden';
  const line: HttpLine = {
    id: label,
    pieces: known ? [state === 'current' ? { text, role: 'payload' } : { text }] : [],
    state,
    end: 'nul',
  };
  return { label, ...counted(bytes.length, [line], 'bytes'), lines: [line] };
}

export interface View {
  readonly request: Sheet;
  readonly response: Sheet;
  readonly event: string | null;
  readonly also?: readonly string[];
  /** The client gives up after the reply. */
  readonly refused?: boolean;
  /** Where the policy is asked for. */
  readonly policyPort?: number;
  readonly detail: Look;
}

export function sceneOf(wire: Wire, path: string, message: string, view: View): Scene {
  const { request, response, detail, refused = false, policyPort = POLICY_PORT } = view;
  const events = upTo(eventsOf(path, message, refused), view.event, view.also);
  return { request, response, detail, events, policyPort, port: wire.port };
}

/** Rows keep their ids whatever happens, so that the picture keeps its shape. */
function eventsOf(path: string, message: string, refused: boolean): readonly EventTemplate<LabelId>[] {
  return [
    { id: 'policy-open', from: 'client', kind: 'tcp', label: 'event-open' },
    { id: 'policy-ask', from: 'client', kind: 'policy', label: 'event-policy-ask' },
    { id: 'policy-reply', from: 'server', kind: 'policy', label: 'event-policy-reply' },
    { id: 'policy-closed', from: 'server', kind: 'tcp', label: 'event-closed' },
    { id: 'open', from: 'client', kind: 'tcp', label: 'event-open' },
    { id: 'request', from: 'client', kind: 'http', label: 'event-request', values: { path } },
    { id: 'reply', from: 'server', kind: 'http', label: refused ? 'event-reply-bad' : 'event-reply' },
    refused
      ? { id: 'frame', from: 'client', kind: 'tcp', label: 'event-gives-up' }
      : { id: 'frame', from: 'server', kind: 'frame', label: 'event-frame', values: { message } },
    { id: 'closed', from: 'server', kind: 'tcp', label: 'event-closed' },
  ];
}
