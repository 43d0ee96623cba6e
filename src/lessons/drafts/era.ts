/** The picture of one place of the timeline: both heads, the frame, and what changed against the place before. */

import type { HttpLine } from '../../components/stage/HttpText.tsx';
import type { Cell } from '../../components/stage/types.ts';
import { hexByte } from '../../protocol/bytes/hex.ts';
import type { ColourRole } from '../../protocol/model/fields.ts';
import { type ChangeId, changePlace } from '../../protocol/model/history.ts';
import { causeOf, type Mark, type Marked, markBytes, markFields, markLines, sameOnWire } from './diff.ts';
import type { Frame, FrameByte, FramePart, HeaderField } from './frame.ts';
import type { InputName } from './inputs.ts';
import type { LabelId } from './labels.ts';
import type { BitField, EraScene, FramePicture, Group, Said, TimelinePicture } from './scene.ts';
import type { Snapshot, Stuff } from './steps.ts';
import { beforeOf, factsOf, isAfter, STOPS, type Stop } from './stops.ts';
import type { Line } from './wire.ts';

/** What a question keeps to itself: a line of the request, the answer, bytes of the frame. */
export interface Hidden {
  readonly line?: string;
  readonly response?: boolean;
  readonly bytes?: readonly FramePart[];
  /** They are not asked for: they come later. */
  readonly later?: boolean;
  readonly byte?: string;
}

export interface EraView {
  /** Of the changes of that text, those that this step is about; all of them where nothing is said. */
  readonly changes?: readonly ChangeId[];
  readonly hidden?: Hidden;
  readonly notes?: EraScene['notes'];
  /** The frame is what this step is about, whatever changed. */
  readonly frame?: boolean;
}

export function eraScene(stuff: Stuff, stop: Stop, view: EraView = {}): EraScene {
  const { hidden = {}, notes } = view;
  const facts = factsOf(stop);
  const changes = hidden.line !== undefined || hidden.byte !== undefined ? [] : (view.changes ?? facts.changes);
  const now = stuff.at(stop);
  const before = beforeOf(stop);
  const was = before === null ? now : stuff.at(before);
  const packed = stop === 'rfc8441' || stop === 'rfc9220';
  // Nothing of a head in text goes on over HTTP/2: the fields stand by themselves.
  const old = packed ? now : was;
  const head = (side: 'request' | 'response') =>
    markLines(shown(old.exchange[side]), shown(now.exchange[side])).map((line) =>
      httpLine(side, line, changes, hidden),
    );
  return {
    kind: 'era',
    inputs: inputsOf(stop),
    timeline: timelineAt(stop, hidden.line === 'version'),
    request: head('request'),
    response: hidden.response
      ? head('response').map((line) => ({ ...line, state: 'hidden' as const }))
      : head('response'),
    packed,
    frame: framePicture(was.frame, now.frame, changes, view),
    changes,
    notes: notes ?? ownNotes(stop, was, now, hidden),
  };
}

/** The blank line is worth its room only where something stands behind it. */
function shown(lines: readonly Line[]): readonly Line[] {
  return lines.at(-1)?.key === 'blank-line' ? lines.slice(0, -1) : lines;
}

/** The inputs that its bytes depend on. */
function inputsOf(stop: Stop): readonly InputName[] {
  const { framing, proof } = factsOf(stop);
  if (framing === 'hybi-04') return ['message', 'key', 'frameNonce'];
  if (framing === 'hybi-05' || framing === 'rfc6455') return ['message', 'key', 'mask'];
  return proof === 'none' ? ['message'] : ['message', 'key'];
}

export function timelineAt(stop: Stop, asked = false): TimelinePicture {
  const index = STOPS.indexOf(stop);
  return { at: stop, known: asked ? index - 1 : index, asked, paper: false };
}

/** What there is to say where no byte changed. */
function ownNotes(stop: Stop, was: Snapshot, now: Snapshot, hidden: Hidden): EraScene['notes'] {
  const before = beforeOf(stop);
  if (before === null || isAfter(stop) || hidden.line !== undefined || hidden.byte !== undefined) return [];
  if (!sameOnWire(was.exchange, now.exchange, was.frame, now.frame)) return [];
  const label: LabelId = factsOf(stop).changes.length > 0 ? 'same-bytes' : 'same-all';
  return [{ kind: 'info', label, values: { before: factsOf(before).name } }];
}

const VALUES: Readonly<Record<string, ColourRole>> = {
  key: 'key',
  key2: 'key',
  accept: 'key',
  nonce: 'key',
  version: 'key',
};

function httpLine(
  side: 'request' | 'response',
  { item, mark }: Marked<Line>,
  changes: readonly ChangeId[],
  hidden: Hidden,
): HttpLine {
  const id = `${side}-${item.key}`;
  const cause = mark === 'same' ? null : causeOf(changes, side, item.key);
  const asked = side === 'request' && hidden.line === item.key;
  const gone = mark === 'gone';
  const line: HttpLine = {
    // A header may be gone in one place and back, under another name, in another: never both at once.
    id,
    pieces: piecesOf(item, id, gone || asked),
    state: asked ? 'hidden' : gone ? 'faint' : cause !== null ? 'current' : 'done',
    // Lines end as everywhere; only the blank one needs to be seen.
    end: item.key === 'blank-line' ? 'crlf' : 'none',
    sign: asked ? '' : signOf(mark, cause),
    ...(gone && { gone }),
    ...(item.bytes && !gone && { bytes: tailCells(item.bytes, id) }),
  };
  return line;
}

function signOf(mark: Mark, cause: number | null): string {
  if (cause !== null) return String(cause);
  return mark === 'same' ? '' : '•';
}

/** Values that were drawn or computed stand in boxes of their own, and travel. */
function piecesOf({ key, text, bytes }: Line, id: string, plain: boolean): HttpLine['pieces'] {
  if (bytes !== null) return plain ? [{ text: `${Array.from(bytes.subarray(0, 4), hexByte).join(' ')} …` }] : [];
  const role = VALUES[key];
  const colon = text.indexOf(': ');
  if (role === undefined || colon < 0 || plain) return [{ text }];
  return [{ text: text.slice(0, colon + 2) }, { id, text: text.slice(colon + 2), role }];
}

function tailCells(bytes: Uint8Array, id: string): Cell[] {
  return Array.from(bytes, (byte, i) => ({
    id: `${id}-${i}`,
    text: hexByte(byte),
    role: 'key' as const,
  }));
}

const PART_ROLES: Readonly<Record<FramePart, ColourRole>> = {
  type: 'control',
  header: 'control',
  nonce: 'mask',
  key: 'mask',
  payload: 'payload',
  end: 'length',
  data: 'plain',
};

export function framePicture(
  was: Frame,
  now: Frame,
  changes: readonly ChangeId[],
  { hidden = {}, frame = false }: EraView,
): FramePicture {
  const strong = frame || changes.some((id) => changePlace(id) === 'frame');
  const askedByte = ({ id, part }: FrameByte) => hidden.byte === id || (hidden.bytes?.includes(part) ?? false);
  const asked = now.bytes.some(askedByte);
  const marked = markBytes(was, now);
  const cells = marked.map(({ item, mark }): Cell => {
    // What is not seen at all does not say by its colour what it is.
    if (hidden.bytes?.includes(item.part)) {
      return { id: item.id, text: hexByte(item.wire), state: hidden.later ? 'empty' : 'hidden' };
    }
    const state = askedByte(item) ? 'hidden' : strong && mark !== 'same' ? 'current' : 'done';
    return { id: item.id, text: hexByte(item.wire), role: roleOf(item), state, caption: captionOf(item) };
  });
  const masked = now.bytes.some(({ clear }) => clear !== null);
  const fields = markFields(was, now).map(({ item, mark }): BitField => {
    const cause = mark === 'same' ? null : causeOf(changes, 'fields', item.key);
    return {
      key: item.key,
      name: item.name,
      bits: item.bits,
      role: item.role,
      strong: cause !== null,
      cause,
      reading: readingOf(item),
    };
  });
  const bits = hidden.later ? '' : null;
  const header = hidden.bytes?.includes('header') ? fields.map((field) => ({ ...field, bits, reading: null })) : fields;
  return {
    cells,
    groups: groupsOf(now.bytes, masked && asked, changes, hidden.bytes ?? []),
    fields: header,
    size: now.wire.length,
  };
}

function roleOf({ id, part }: FrameByte): ColourRole {
  return id === 'h1' ? 'length' : PART_ROLES[part];
}

/** Under a byte: what it was before masking; under a letter in clear: the letter. */
function captionOf({ part, wire, clear }: FrameByte): string | undefined {
  const letter = part === 'payload' ? letterOf(clear ?? wire) : null;
  return letter ?? (clear === null ? undefined : hexByte(clear));
}

function letterOf(byte: number): string | null {
  return byte > 0x20 && byte < 0x7f ? String.fromCharCode(byte) : null;
}

function groupsOf(
  bytes: readonly FrameByte[],
  asked: boolean,
  changes: readonly ChangeId[],
  unseen: readonly FramePart[],
): Group[] {
  const groups: Group[] = [];
  const whole = bytes.some(({ part, clear }) => part === 'header' && clear !== null);
  for (const [i, { part, clear }] of bytes.entries()) {
    const last = groups.at(-1);
    const label = unseen.includes(part) ? 'part-unseen' : partLabel(part, clear !== null && !asked, whole);
    if (last?.label === label) {
      groups[groups.length - 1] = { ...last, count: last.count + 1 };
      continue;
    }
    groups.push({
      first: i,
      count: 1,
      label,
      role: label === 'part-unseen' ? 'plain' : label === 'part-all-masked' ? 'mask' : PART_ROLES[part],
      cause: causeOf(changes, 'parts', part),
    });
  }
  return groups;
}

/** Header and payload under one mask are one thing on the wire. */
function partLabel(part: FramePart, masked: boolean, whole: boolean): LabelId {
  if (masked) return whole ? 'part-all-masked' : 'part-payload-masked';
  return `part-${part}`;
}

function readingOf({ key, name, bits }: HeaderField): Said {
  const value = Number.parseInt(bits, 2);
  switch (key) {
    case 'type':
      return { label: 'reads-type' };
    case 'end':
      return { label: 'reads-end' };
    case 'fin':
      return { label: name === 'MORE' ? 'reads-more' : 'reads-fin' };
    case 'rsv':
      return { label: value === 0 ? 'reads-unused' : 'reads-compressed' };
    case 'opcode':
      return { label: 'reads-opcode', values: { value } };
    case 'top':
      return { label: name === 'MASK' ? 'reads-mask' : 'reads-unused' };
    case 'length':
      return { label: 'reads-length', values: { value } };
  }
}
