/** What people may change: what happens, how the page asks, the network, the texts that are counted, and the moment looked at. */

import {
  choiceField,
  type InputsOf,
  lengthField,
  linesField,
  type Problem,
  problem,
  sliderField,
  textField,
} from '../../components/lesson/fields.ts';
import type { Example } from '../../components/lesson/lesson.ts';
import { badLine } from '../../protocol/delivery/heads.ts';
import type { HeadTexts } from '../../protocol/delivery/model.ts';

/** The axis, in ms. */
export const DURATION = 10_000;

export const fields = {
  events: sliderField({ least: 0, most: 100, width: 3, role: 'payload' }),
  interval: sliderField({ least: 100, most: 10_000, step: 100, width: 5 }),
  delay: sliderField({ least: 0, most: 1000, step: 10, width: 4 }),
  /** What the page sends, in the steps where it does. */
  sends: sliderField({ least: 1, most: 20, width: 2, role: 'payload' }),
  message: textField({ least: 1, most: 200, width: 18, role: 'payload' }),
  heads: choiceField(['bare', 'browser', 'own']),
  http: choiceField(['1.1', '2']),
  packets: choiceField(['none', 'tcp', 'tls']),
  clients: lengthField({
    role: 'plain',
    width: 12,
    least: 1n,
    marks: [100n, 1000n, 10_000n, 100_000n, 1_000_000n],
    most: 10_000_000n,
  }),
  request: linesField({ most: 6000, width: 44, check: (lines) => headProblem(lines, 'request') }),
  response: linesField({ most: 6000, width: 44, check: (lines) => headProblem(lines, 'response') }),
  /** The moment on the axis. Not a box: it has a slider of its own there. */
  time: sliderField({ least: 0, most: DURATION, step: 10, width: 6 }),
  /** Of the events. Not on the stage: `fresh` draws another. */
  seed: sliderField({ least: 0, most: 9999, width: 5 }),
};

export type Inputs = InputsOf<typeof fields>;
export type FieldName = keyof typeof fields;

function headProblem(lines: readonly string[], kind: keyof HeadTexts): Problem | null {
  const bad = badLine(lines.join('\n'), kind);
  if (bad === null) return null;
  if (bad === 0) return problem(kind === 'request' ? 'no-request-line' : 'no-status-line', {});
  return problem('not-a-header-line', { line: bad + 1 + blankBefore(lines) });
}

/** Empty lines before the first one are let pass. */
function blankBefore(lines: readonly string[]): number {
  const first = lines.findIndex((line) => line.trim() !== '');
  return Math.max(0, first);
}

const OWN = {
  request: 'GET /news?since=1000 HTTP/1.1\nHost: localhost:8000\nUser-Agent: curl/8.5.0\nAccept: */*',
  response: 'HTTP/1.1 200 OK\nServer: my-server\nContent-Type: application/json\nContent-Length: 0',
};

const START = {
  events: '6',
  interval: '1500',
  delay: '200',
  sends: '3',
  message: 'EUR/USD 1.0842',
  heads: 'browser',
  http: '1.1',
  packets: 'none',
  clients: '1000',
  ...OWN,
  time: String(DURATION),
  seed: '1419',
};

export const examples: readonly [Example, ...Example[]] = [
  { id: 'news', inputs: START },
  { id: 'busy', inputs: { ...START, events: '60' } },
  { id: 'rare', inputs: { ...START, events: '1', interval: '1000' } },
  { id: 'none', inputs: { ...START, events: '0' } },
  { id: 'eager', inputs: { ...START, interval: '100', delay: '50' } },
  { id: 'far', inputs: { ...START, delay: '900' } },
  { id: 'bare', inputs: { ...START, heads: 'bare', message: '1.0842' } },
  { id: 'own', inputs: { ...START, heads: 'own', http: '2', packets: 'tls', clients: '1000000' } },
];

/** Events at other moments. */
export function fresh(random: (count: number) => Uint8Array): Readonly<Record<string, string>> {
  const [high = 0, low = 0] = random(2);
  return { seed: String((high * 256 + low) % 10_000) };
}
