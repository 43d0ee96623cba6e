/**
 * A step and its inputs as the fragment of a link: `#/learn/<lesson>/<step>/v1/<name>=<text>&…`. Without inputs the
 * lesson starts with its first example, which never changes. `present` or `notes` among them says how the window shows
 * the lesson; `present=<session>` ties it to other windows of this browser. A promise: version 1 links stay readable.
 */

import { fromPercent, toPercent } from '../state/percent.ts';

const VERSION = 1;

/** How a window shows a lesson: as a page, on a projector, or as the teacher's own view of what is projected. */
export type Mode = 'page' | 'present' | 'notes';

export interface Place {
  readonly lesson: string;
  /** Null: where one was last, or the first step. */
  readonly step: string | null;
  /** As typed. */
  readonly inputs: Readonly<Record<string, string>>;
  readonly mode: Mode;
  /** Windows of one session go together. Only where the mode is not `page`. */
  readonly session?: string | null;
}

export interface ReadPlace extends Place {
  readonly session: string | null;
  /** What could not be used: names of inputs, `step`, or `version`. */
  readonly unusable: readonly string[];
}

/** Fragment for a place. */
export function placeHash({ lesson, step, inputs, mode, session = null }: Place): string {
  const pairs = Object.entries(inputs).map(([name, text]) => `${name}=${toPercent(text)}`);
  if (mode !== 'page') pairs.unshift(session === null ? mode : `${mode}=${session}`);
  const rest = pairs.length > 0 ? `/v${VERSION}/${pairs.join('&')}` : '';
  return `#/learn/${lesson}${step === null ? '' : `/${step}`}${rest}`;
}

/** What a fragment says, or null where it names no lesson. Never throws. */
export function readPlace(hash: string): ReadPlace | null {
  const match = /^#?\/?learn\/([a-z0-9-]+)\/?(.*)$/s.exec(hash);
  if (!match) return null;
  const [, lesson = '', tail = ''] = match;
  const { step, version, pairs } = readTail(tail);
  const unusable: string[] = step === undefined ? ['step'] : [];
  if (version !== undefined && Number(version) !== VERSION) unusable.push('version');
  let mode: Mode = 'page';
  let session: string | null = null;
  const inputs: [string, string][] = [];
  for (const pair of pairs.split('&')) {
    const [, name = '', equals = '', value = ''] = /^([^=]*)(=?)(.*)$/s.exec(pair) ?? [];
    if (name === 'present' || name === 'notes') {
      mode = name;
      if (isSession(value)) session = value;
      else if (equals !== '') unusable.push(name);
    } else if (name !== '' && equals !== '') {
      const text = fromPercent(value);
      if (text === null) unusable.push(name);
      else inputs.push([name, text]);
    } else if (pair !== '') unusable.push(pair);
  }
  return { lesson, step: step ?? null, inputs: Object.fromEntries(inputs), mode, session, unusable };
}

interface Tail {
  /** Null where there is none, undefined where it is no step's id. */
  readonly step: string | null | undefined;
  readonly version?: string | undefined;
  readonly pairs: string;
}

/** What follows the lesson: a step, a version and inputs, or some of them. */
function readTail(tail: string): Tail {
  const all = /^(?:([a-z0-9-]+)\/)?v(\d{1,6})\/(?!v\d{1,6}\/)(.*)$/s.exec(tail);
  if (all) return { step: all[1] ?? null, version: all[2], pairs: all[3] ?? '' };
  const alone = /^([a-z0-9-]*)\/?$/.exec(tail);
  return { step: alone ? alone[1] || null : undefined, pairs: '' };
}

const SESSION = /^[a-z0-9]{4,32}$/;

function isSession(text: string): boolean {
  return SESSION.test(text);
}

/** A name for a session that no other has. */
export function newSession(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(10)), (byte) => (byte % 36).toString(36)).join('');
}
