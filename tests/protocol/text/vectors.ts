import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import type { Direction } from '../../../src/protocol/bytes/span.ts';
import type { Reading } from '../../../src/protocol/text/reading.ts';

const FOLDER = new URL('../../vectors/', import.meta.url);

export interface ErrorSpec {
  kind: string;
  position?: number;
  line?: number;
  column?: number;
  character?: string;
  kindsAccepted?: string[];
  positionsAccepted?: number[];
}

export type Alternative = string | { bytes?: string; warning?: boolean; error?: ErrorSpec; errorKinds?: string[] };

export interface InputCase {
  id: string;
  form: string;
  text?: string;
  textGzipBase64?: string;
  expect: { bytes?: string; otherDirection?: string; error?: ErrorSpec; alternatives?: Alternative[] };
}

export function textOf(one: InputCase): string {
  return one.text ?? gunzipSync(Buffer.from(one.textGzipBase64 ?? '', 'base64')).toString();
}

export const INPUTS: InputCase[] = JSON.parse(readFileSync(new URL('inputs.json', FOLDER), 'utf8'));

export function capture(name: string): Buffer {
  return readFileSync(new URL(`captures/${name}`, FOLDER));
}

export function captureText(name: string): string {
  return capture(name).toString('utf8');
}

export function hexOf(bytes: Uint8Array | undefined): string {
  return Buffer.from(bytes ?? []).toString('hex');
}

export function streamHex(reading: Pick<Reading, 'streams'>, direction: Direction | null): string {
  return hexOf(reading.streams.find((stream) => stream.direction === direction)?.bytes);
}

/** `kind@position` of each problem, the shortest way to compare them. */
export function problemsOf(reading: Pick<Reading, 'problems'>): string[] {
  return reading.problems.map(({ kind, position, character }) => `${kind}@${position}${character}`);
}
