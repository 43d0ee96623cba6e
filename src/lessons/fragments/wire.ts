/** Everything that goes over the wire in this lesson, written and judged by the engine. */

import { concat } from '../../protocol/bytes/join.ts';
import { ChunkedSource } from '../../protocol/bytes/source.ts';
import type { Direction } from '../../protocol/bytes/span.ts';
import { encodeUtf8 } from '../../protocol/bytes/utf8.ts';
import { encodeFrame, type FrameParts } from '../../protocol/frame/encode.ts';
import { type Progress, progressOf } from '../../protocol/frame/progress.ts';
import { composeMessage } from '../../protocol/message/compose.ts';
import { issuesOf } from '../../protocol/message/issues.ts';
import { createScan } from '../../protocol/message/scan.ts';
import { DIALECTS } from '../../protocol/model/drafts.ts';
import type { Issue } from '../../protocol/model/issue.ts';
import { isControl, OPCODE } from '../../protocol/model/opcodes.ts';
import type { RuleId } from '../../protocol/model/rules.ts';
import { closeCodeOf } from '../../protocol/model/rules.ts';
import type { Inputs } from './inputs.ts';

/** A frame in its place on the wire. */
export interface Sent {
  /** Stays with the frame, wherever it is shown. */
  readonly id: string;
  /** From 1, as they are sent. */
  readonly number: number;
  readonly fin: boolean;
  readonly opcode: number;
  readonly control: boolean;
  readonly parts: FrameParts;
  readonly bytes: Uint8Array;
  /** Of its first byte, in the stream. */
  readonly offset: number;
  /** Header and key. */
  readonly head: number;
  /** In clear. */
  readonly payload: Uint8Array;
  /** Where its payload begins in the message; 0 for control frames. */
  readonly place: number;
}

export interface Work {
  readonly inputs: Inputs;
  readonly direction: Direction;
  /** The message as bytes. */
  readonly message: Uint8Array;
  /** Two at least. */
  readonly fragments: readonly Sent[];
  /** Them, and the ping between the first two where there is one. */
  readonly frames: readonly Sent[];
  readonly stream: Uint8Array;
  /** The whole message in one frame. */
  readonly whole: Sent;
  readonly ping: Sent | null;
}

/** Two characters, so that one sees them where they do not belong. */
const PING_PAYLOAD = encodeUtf8('?!');
const PING_KEY = 4;

export function workOf(inputs: Inputs): Work {
  const message = encodeUtf8(inputs.message);
  const mask = (frame: number) => keyOf(inputs, frame);
  // A cut behind the end is one at the end: it makes an empty frame, which is allowed (RFC 6455 section 5.4).
  const cuts = inputs.cuts.map((cut) => Math.min(cut, message.length));
  const parts = composeMessage({ opcode: OPCODE.text, payload: message, cuts, mask });
  const pings = inputs.ping === 'yes' ? [pingOf(inputs)] : [];
  const frames = sentOf([...parts.slice(0, 1), ...pings, ...parts.slice(1)]);
  const [whole] = sentOf(composeMessage({ opcode: OPCODE.text, payload: message, mask }));
  return {
    inputs,
    direction: inputs.sender === 'client' ? 'client-to-server' : 'server-to-client',
    message,
    fragments: frames.filter(({ control }) => !control),
    frames,
    stream: concat(frames.map(({ bytes }) => bytes)),
    whole: whole as Sent,
    ping: frames.find(({ control }) => control) ?? null,
  };
}

/** Its key is the last one, so that the keys of the fragments stay whether there is a ping or not. */
export function pingOf(inputs: Inputs): FrameParts {
  return { opcode: OPCODE.ping, maskingKey: keyOf(inputs, PING_KEY), payload: PING_PAYLOAD };
}

/** A client masks every frame with a key of its own, a server none (RFC 6455 section 5.1). */
export function keyOf({ sender, keys }: Inputs, frame: number): Uint8Array | null {
  return sender === 'client' ? keys.subarray(frame * 4, frame * 4 + 4) : null;
}

/** Frames that follow one another. */
export function sentOf(all: readonly FrameParts[]): readonly Sent[] {
  let offset = 0;
  let place = 0;
  let data = 0;
  return all.map((parts, index) => {
    const bytes = encodeFrame(parts);
    const control = isControl(parts.opcode);
    const sent: Sent = {
      id: control ? 'ping' : `f${data}`,
      number: index + 1,
      fin: parts.fin ?? true,
      opcode: parts.opcode,
      control,
      parts,
      bytes,
      offset,
      head: bytes.length - parts.payload.length,
      payload: parts.payload,
      place: control ? 0 : place,
    };
    offset += bytes.length;
    if (!control) {
      place += parts.payload.length;
      data += 1;
    }
    return sent;
  });
}

/** What a strict receiver says to frames of which one breaks `rule`, and what it closes with. */
export interface Judged {
  readonly issue: Issue;
  readonly closeCode: number;
}

export function judge(frames: readonly Sent[], direction: Direction, rule: RuleId): Judged | null {
  const source = new ChunkedSource(direction);
  const scan = createScan({ direction, dialect: DIALECTS.rfc6455, source });
  const stream = concat(frames.map(({ bytes }) => bytes));
  source.push(stream);
  scan.push(stream);
  scan.end();
  for (let i = 0; i < scan.table.count; i += 1) {
    const issue = issuesOf(scan, i).find((one) => one.rule === rule);
    if (issue) return { issue, closeCode: closeCodeOf(rule) ?? 0 };
  }
  return null;
}

/** Ends of the TCP segments of a stream: one every `size` bytes, the last at its end. */
export function segmentEnds(length: number, size: number): readonly number[] {
  const count = Math.ceil(length / size);
  return Array.from({ length: count }, (_, i) => Math.min(length, (i + 1) * size));
}

/** Where a streaming reader stands after so many bytes of the stream. */
export function readerAt({ stream }: Work, arrived: number): Progress {
  return progressOf(stream.subarray(0, arrived));
}
