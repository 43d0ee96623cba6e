import { cArray, cArraysWireshark } from './arrays.ts';
import { base64, base64url } from './base64.ts';
import { bits } from './bits.ts';
import { hexdumpC, tcpdump, tshark, wiresharkDump, xxd } from './dumps.ts';
import { escaped } from './escaped.ts';
import { followHex, followRaw } from './follow.ts';
import { hex } from './hex.ts';
import { httpText } from './http.ts';
import { jsBuffer, json } from './js.ts';
import { decimal, hexList } from './lists.ts';
import { type Look, lookAt } from './look.ts';
import { statedBy, withoutName } from './named.ts';
import { pythonBytes } from './python.ts';
import { raw } from './raw.ts';
import type { Claim, FormId, Importer, Problem, Reading } from './reading.ts';
import { readWith } from './recorder.ts';
import { hexdumpWords, od } from './words.ts';
import { followYaml } from './yaml.ts';

/** One importer per notation. Where two claim alike, the earlier one reads. */
export const IMPORTERS: readonly (Importer & { judge(look: Look): Claim })[] = [
  followYaml,
  cArraysWireshark,
  followRaw,
  followHex,
  httpText,
  tcpdump,
  xxd,
  hexdumpC,
  wiresharkDump,
  tshark,
  hexdumpWords,
  od,
  json,
  jsBuffer,
  pythonBytes,
  escaped,
  cArray,
  hexList,
  hex,
  decimal,
  bits,
  base64,
  base64url,
  raw,
];

/** Below this no notation is believed. */
export const LEAST_SCORE = 0.18;

/** What each notation thinks of the text, best first. Nothing is left out. */
export function claims(text: string): Claim[] {
  const look = lookAt(text);
  return IMPORTERS.map((importer) => importer.judge(look)).sort((a, b) => b.score - a.score);
}

/** The text read by the best claim, or by `form` where somebody chose it; with all claims beside it. */
export function readText(written: string, form?: FormId): { reading: Reading; claims: Claim[] } {
  const { text, sender } = withoutName(written);
  const read = readUnnamed(text, form);
  return sender === null ? read : { ...read, reading: statedBy(read.reading, sender) };
}

function readUnnamed(text: string, form?: FormId): { reading: Reading; claims: Claim[] } {
  const ranked = claims(text);
  if (
    !/\S/.test(text.length > 100_000 ? text.slice(0, 100_000) : text) &&
    !/[^\s\u200b-\u200d\u2060\ufeff]/.test(text)
  ) {
    return { reading: nothing(text, 'empty'), claims: ranked };
  }
  if (/^[\s\u200b-\u200d\u2060\ufeff]*$/.test(text.slice(0, 1000)) && !/[^\s\u200b-\u200d\u2060\ufeff]/.test(text)) {
    return { reading: nothing(text, 'empty'), claims: ranked };
  }
  const best = ranked[0];
  const lossy = lossyForm(text);
  if (form === undefined && (best === undefined || best.score < LEAST_SCORE || lossy !== null)) {
    return { reading: nothing(text, 'unrecognised', lossy), claims: ranked };
  }
  const importer = IMPORTERS.find((candidate) => candidate.form === (form ?? best?.form)) ?? raw;
  return { reading: importer.read(text), claims: ranked };
}

/** Notations that are known but cannot be read as bytes: they do not hold them all. */
function lossyForm(text: string): string | null {
  const head = text.slice(0, 2000);
  if (/^Follow: \w+,(?:ascii|utf-?8|ebcdic)/im.test(head)) return 'follow-ascii';
  if (/^\s*\{[\s\S]{0,200}"log"\s*:\s*\{[\s\S]*"(?:creator|version)"/.test(head)) return 'har';
  return null;
}

function nothing(text: string, kind: Problem['kind'], looksLike: string | null = null): Reading {
  return readWith('raw', text, (t, recorder) => {
    const start = kind === 'empty' ? 0 : Math.max(0, t.search(/\S/));
    const length = kind === 'empty' ? t.length : 1;
    recorder.problem(kind, start, length, looksLike === null ? {} : { looksLike });
  });
}
