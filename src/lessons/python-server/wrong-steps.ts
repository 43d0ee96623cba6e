/** The parser that is copied from page to page, on the bytes of the examples and on one's own. */

import type { AskOption } from '../../components/lesson/lesson.ts';
import { lineOf } from '../../components/lesson/listing.ts';
import { ofBytes, ofNumber, ofText, type Value } from '../../components/lesson/value.ts';
import wrongFile from '../../components/python/starts/wrong.py?listing';
import { concat } from '../../protocol/bytes/join.ts';
import { traceParse } from '../../protocol/frame/parse-trace.ts';
import { opcodeName } from '../../protocol/model/opcodes.ts';
import { STREAMS, type StreamName } from './inputs.ts';
import { MAX_MESSAGE, PARSE_FRAME, READ_FRAME, server, TALK } from './lines.ts';
import { quoted, short, spacedHex, textOf } from './python.ts';
import { type ReadView, readCells, type Scene, type VariableView, variable, type WrongBoard } from './scene.ts';
import type { LessonStep, Planned } from './steps.ts';
import { roleOf } from './variables.ts';
import { readEnds, type Work } from './work.ts';
import { type WrongCall, wrongParse } from './wrong.ts';

export { wrongFile };

const AT = {
  parse: lineOf(wrongFile, 'def parse(read: bytes) -> str:'),
  length: lineOf(wrongFile, 'length = read[1] & 127'),
  if126: lineOf(wrongFile, 'if length == 126:'),
  body126: lineOf(wrongFile, 'key, body = read[4:8], read[8:]'),
  body: lineOf(wrongFile, 'key, body = read[2:6], read[6:]'),
  text: lineOf(wrongFile, 'return str(clear, "utf-8")'),
  read: lineOf(wrongFile, 'read = sock.recv(1024)'),
  print: lineOf(wrongFile, 'print(parse(read))'),
} as const;

/** Bytes of a read that are drawn. */
const MOST = 28;
/** Lines in view above those of `serve`. */
const ABOVE = 10;

interface Case {
  readonly id: 'two' | 'split' | 'close' | 'long' | 'unmasked';
  readonly stream: StreamName;
  /** The mistake, in wrong.py, and what does it right, in server.py. */
  readonly mistake: readonly number[];
  readonly right: readonly number[];
  readonly options: readonly AskOption[];
  readonly sections: readonly string[];
}

const option = (id: string, right = false): AskOption => ({ id, value: null, right });

const CASES: readonly Case[] = [
  {
    id: 'two',
    stream: 'coalesced',
    mistake: [AT.body],
    right: [PARSE_FRAME.end, PARSE_FRAME.cut, READ_FRAME.drop],
    options: [option('both'), option('dies', true), option('first')],
    sections: ['RFC 9293 §2.2', 'RFC 6455 §5.2'],
  },
  {
    id: 'split',
    stream: 'split',
    mistake: [AT.read, AT.print],
    right: [PARSE_FRAME.needEnd, PARSE_FRAME.noneEnd, READ_FRAME.put],
    options: [option('whole'), option('error'), option('halves', true)],
    sections: ['RFC 9293 §2.2', 'RFC 6455 §5.2'],
  },
  {
    id: 'close',
    stream: 'close',
    mistake: [AT.length, AT.text],
    right: [PARSE_FRAME.opcode, TALK.ifClose, TALK.check],
    options: [option('dies', true), option('closes'), option('code')],
    sections: ['RFC 6455 §5.2', 'RFC 6455 §5.5.1'],
  },
  {
    id: 'long',
    stream: 'long',
    mistake: [AT.if126, AT.body126],
    right: [PARSE_FRAME.length16, PARSE_FRAME.end, PARSE_FRAME.needEnd],
    options: [option('more'), option('right', true), option('dies')],
    sections: ['RFC 6455 §5.2'],
  },
  {
    id: 'unmasked',
    stream: 'unmasked',
    mistake: [AT.length, AT.body],
    right: [PARSE_FRAME.masked, PARSE_FRAME.ruleMasked],
    options: [option('hello'), option('other', true), option('refuses')],
    sections: ['RFC 6455 §5.1'],
  },
];

const rightLines = (lines: readonly number[]) =>
  lines.map((number) => ({ number, text: server.lines[number - 1]?.trim() ?? '' }));

/** The reads of a stream, as the server gets them. */
export function readsOf(data: Uint8Array, cut: number): readonly Uint8Array[] {
  const ends = readEnds(data.length, cut);
  return ends.map((end, i) => data.subarray(ends[i - 1] ?? 0, end));
}

/** The server dies of an exception: what comes after it is read by nobody. */
export function wrongCalls(reads: readonly Uint8Array[]): readonly WrongCall[] {
  const calls = reads.map(wrongParse);
  const died = calls.findIndex(({ given }) => given.kind === 'raised');
  return died < 0 ? calls : calls.slice(0, died + 1);
}

function readViews(reads: readonly Uint8Array[], calls: readonly WrongCall[] | null): readonly ReadView[] {
  return reads.map((read, i) => {
    const drawn = readCells(`r${i}`, read, MOST);
    const given = calls?.[i]?.given;
    if (calls === null) return { ...drawn, state: 'hidden', says: '' };
    if (given === undefined) return { ...drawn, state: 'raised', says: '' };
    if (given.kind === 'text') return { ...drawn, state: 'text', says: quoted(short(given.text)) };
    return { ...drawn, state: 'raised', says: `${given.error}: ${given.says}` };
  });
}

const NAMES = ['read', 'length', 'key', 'body', 'clear'] as const;

function variablesOf(call: WrongCall | undefined, hidden: boolean): readonly VariableView[] {
  return NAMES.map((name) => {
    const known = call !== undefined && !hidden && call.length !== null;
    const value = name === 'read' ? call?.read : known ? (call[name] ?? undefined) : undefined;
    return variable(name, value, roleOf('wrong', name), known && name !== 'read');
  });
}

interface Look {
  readonly reads: readonly Uint8Array[];
  readonly calls: readonly WrongCall[] | null;
  readonly lit: readonly number[];
  readonly right: WrongBoard['right'];
  readonly frames?: readonly string[] | null;
  readonly inputs?: Scene['inputs'];
}

function sceneOf(work: Work, { reads, calls, lit, right, frames = null, inputs = [] }: Look): Scene {
  const last = calls?.at(-1) ?? (reads[0] && wrongParse(reads[0]));
  return {
    inputs,
    most: work.inputs.data.length,
    link: concat(reads),
    board: {
      kind: 'wrong',
      reads: readViews(reads, calls),
      code: {
        file: 'wrong',
        lit,
        done: [],
        from: AT.parse,
        to: AT.parse,
        top: lit.includes(AT.read) ? AT.read - ABOVE : AT.parse,
        wrong: calls !== null,
        calls: [],
      },
      variables: variablesOf(last, calls === null),
      right,
      frames,
    },
  };
}

/** What the question and the answer of a case say. */
function wordsOf({ id, stream }: Case): {
  readonly asked: Record<string, Value>;
  readonly told: Record<string, Value>;
} {
  const { data, cut } = STREAMS[stream];
  const reads = readsOf(data, cut);
  const calls = wrongCalls(reads);
  const said = (i: number) => {
    const given = calls[i]?.given;
    return given?.kind === 'text' ? quoted(given.text) : `${given?.error}`;
  };
  const bytes = ofBytes(data);
  switch (id) {
    case 'two':
      return {
        asked: { bytes: data.length },
        told: { error: ofText(said(0)), used: 11, count: calls[0]?.body.length ?? 0 },
      };
    case 'split':
      return {
        asked: { first: reads[0]?.length ?? 0, second: reads[1]?.length ?? 0 },
        told: { one: ofText(said(0)), two: ofText(said(1)) },
      };
    case 'close':
      return { asked: { bytes }, told: { error: ofText(said(0)), body: ofBytes(calls[0]?.clear ?? data, 'payload') } };
    case 'long':
      return {
        asked: { count: data.length, extended: ofBytes(data.subarray(2, 4), 'length') },
        told: { count: calls[0]?.clear.length ?? 0, extended: ofBytes(data.subarray(2, 4), 'length') },
      };
    case 'unmasked':
      return { asked: { bytes }, told: { text: ofText(said(0)), key: ofBytes(data.subarray(2, 6), 'mask') } };
  }
}

function caseSteps(work: Work, one: Case): readonly Planned[] {
  const { id, stream, mistake, right, options, sections } = one;
  const { data, cut } = STREAMS[stream];
  const reads = readsOf(data, cut);
  const words = wordsOf(one);
  return [
    {
      phase: 'wrong',
      make: () =>
        ({
          id: `wrong-${id}-question`,
          text: `wrong-${id}-question`,
          values: words.asked,
          scene: sceneOf(work, { reads, calls: null, lit: [], right: null }),
          sections,
          ask: { kind: 'choice', options },
        }) as LessonStep,
    },
    {
      phase: 'wrong',
      make: () =>
        ({
          id: `wrong-${id}`,
          text: `wrong-${id}`,
          values: words.told,
          scene: sceneOf(work, { reads, calls: wrongCalls(reads), lit: mistake, right: rightLines(right) }),
          sections,
        }) as LessonStep,
    },
  ];
}

/** What `parse_frame` gives for all that has come, frame by frame. */
export function rightFrames(data: Uint8Array): readonly string[] {
  const frames: string[] = [];
  let rest = data;
  for (;;) {
    const { result } = traceParse(rest, MAX_MESSAGE);
    if (result.kind !== 'frame') {
      if (result.kind === 'broken') frames.push(`ProtocolError ${result.closeCode}`);
      else if (rest.length > 0) frames.push('None');
      return frames;
    }
    const text = textOf(result.payload);
    const bytes = text === null ? spacedHex(result.payload) : quoted(text);
    frames.push(`${opcodeName(result.opcode)} ${short(bytes)}`.trim());
    rest = rest.subarray(result.used);
  }
}

export function wrongSteps(work: Work): readonly Planned[] {
  const { data, cut } = work.inputs;
  const own = readsOf(data, cut);
  return [
    {
      phase: 'wrong',
      make: () => ({
        id: 'wrong-file',
        text: 'wrong-file',
        values: {},
        scene: sceneOf(work, {
          reads: [STREAMS.hello.data],
          calls: wrongCalls([STREAMS.hello.data]),
          lit: [],
          right: [],
        }),
        sections: ['RFC 6455 §5.2'],
      }),
    },
    ...CASES.flatMap((one) => caseSteps(work, one)),
    {
      phase: 'wrong',
      make: () => {
        const calls = wrongCalls(own);
        const frames = rightFrames(data);
        return {
          id: 'wrong-yours',
          text: 'wrong-yours',
          values: { reads: own.length, frames: ofNumber(frames.length) },
          scene: sceneOf(work, { reads: own, calls, lit: [], right: [], frames, inputs: ['data', 'cut'] }),
          sections: ['RFC 6455 §5.2'],
        };
      },
    },
  ];
}
