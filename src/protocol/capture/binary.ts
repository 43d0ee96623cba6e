import { claims as claimsOf, LEAST_SCORE, readText } from '../text/import.ts';
import type { Claim, FormId, Reading } from '../text/reading.ts';
import type { ReasonId } from '../text/reasons.ts';

export type BinaryKind = 'text' | 'raw' | 'pcap' | 'pcapng';
export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be';

/** What a file turned out to be. */
export interface BinaryReading {
  readonly reading: Reading;
  readonly claims: readonly Claim[];
  readonly kind: BinaryKind;
  /** Of text, else null. */
  readonly encoding: Encoding | null;
  /** The text whose characters the bytes of `reading` came from; null for raw bytes. */
  readonly text: string | null;
  readonly reasons: readonly ReasonId[];
}

/**
 * Reads the bytes of a file: text in a notation, or the bytes themselves. Capture files (pcap, pcapng) are only named:
 * one problem `unrecognised` whose value `looksLike` says which. A choice of `form` beats all of this.
 */
export function readBinary(bytes: Uint8Array, form?: FormId): BinaryReading {
  if (form === 'raw') return raw(bytes, ['chosen-by-hand']);
  const capture = captureKind(bytes);
  if (capture !== null && form === undefined) return named(bytes, capture);
  if (bytes.length === 0) return { ...readText(''), kind: 'raw', encoding: null, text: '', reasons: [] };
  const decoded = decode(bytes);
  if (decoded === null) return raw(bytes, ['not-utf-8']);
  const { text, encoding, reason } = decoded;
  const ranked = claimsOf(text.length > 100_000 ? text.slice(0, 100_000) : text);
  const best = ranked[0];
  const notBytes = best === undefined || best.form === 'raw' || best.score < LEAST_SCORE;
  // An HTTP head in a file has its own line ends: the file is the wire.
  const wire = best?.form === 'http-text' && /\r\n/.test(text.slice(0, 2000));
  if (form === undefined && encoding === 'utf-8' && (wire || (notBytes && hasControls(bytes)))) {
    return { ...raw(bytes, ['control-characters']), claims: ranked };
  }
  return { ...readText(text, form), kind: 'text', encoding, text, reasons: [reason] };
}

function raw(bytes: Uint8Array, reasons: readonly ReasonId[]): BinaryReading {
  const reading: Reading = {
    form: 'raw',
    streams: [{ direction: null, bytes, chars: null }],
    segments: [],
    packets: [],
    problems: [],
  };
  const claim: Claim = { form: 'raw', score: 1, reasons };
  return { reading, claims: [claim], kind: 'raw', encoding: null, text: null, reasons };
}

/** Magic numbers: pcap in both byte orders and both resolutions; pcapng's section header block. */
function captureKind(b: Uint8Array): 'pcap' | 'pcapng' | null {
  if (b.length < 24) return null;
  const magic = (((b[0] ?? 0) << 24) | ((b[1] ?? 0) << 16) | ((b[2] ?? 0) << 8) | (b[3] ?? 0)) >>> 0;
  if ([0xa1b2c3d4, 0xd4c3b2a1, 0xa1b23c4d, 0x4d3cb2a1].includes(magic)) return 'pcap';
  return magic === 0x0a0d0d0a ? 'pcapng' : null;
}

function named(bytes: Uint8Array, kind: 'pcap' | 'pcapng'): BinaryReading {
  const whole = raw(bytes, ['capture-magic']);
  return {
    ...whole,
    kind,
    reading: {
      ...whole.reading,
      problems: [
        {
          kind: 'unrecognised',
          position: 0,
          length: 4,
          line: 1,
          column: 1,
          character: '',
          values: { looksLike: kind, bytes: bytes.length },
        },
      ],
    },
  };
}

function decode(bytes: Uint8Array): { text: string; encoding: Encoding; reason: ReasonId } | null {
  const wide = utf16(bytes);
  if (wide !== null) {
    try {
      const text = new TextDecoder(wide.encoding, { fatal: true, ignoreBOM: true }).decode(bytes);
      return { text, ...wide };
    } catch {
      return null;
    }
  }
  try {
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
    const bom = text.charCodeAt(0) === 0xfeff;
    return { text, encoding: 'utf-8', reason: bom ? 'bom-utf-8' : 'plain-text' };
  } catch {
    return null;
  }
}

/** Byte order mark, or a zero in every other byte of the beginning (what `>` writes in PowerShell). */
function utf16(bytes: Uint8Array): { encoding: Encoding; reason: ReasonId } | null {
  if (bytes.length % 2 === 1) return null;
  if (bytes[0] === 0xff && bytes[1] === 0xfe && isPlainPairs(bytes, 0))
    return { encoding: 'utf-16le', reason: 'bom-utf-16' };
  if (bytes[0] === 0xfe && bytes[1] === 0xff && isPlainPairs(bytes, 1))
    return { encoding: 'utf-16be', reason: 'bom-utf-16' };
  if (bytes.length < 8) return null;
  if (isPlainPairs(bytes, 0)) return { encoding: 'utf-16le', reason: 'utf-16-zeros' };
  return isPlainPairs(bytes, 1) ? { encoding: 'utf-16be', reason: 'utf-16-zeros' } : null;
}

/** Nearly all pairs of the beginning are an ASCII character at `low` and a zero beside it. */
function isPlainPairs(bytes: Uint8Array, low: 0 | 1): boolean {
  const end = Math.min(bytes.length, 2000) & ~1;
  let plain = 0;
  for (let i = 0; i < end; i += 2) {
    const char = bytes[i + low] as number;
    if (bytes[i + 1 - low] === 0 && (char >= 0x20 || char === 9 || char === 10 || char === 13) && char < 0x7f)
      plain += 1;
  }
  return plain >= (end / 2 - 1) * 0.9;
}

function hasControls(bytes: Uint8Array): boolean {
  const end = Math.min(bytes.length, 100_000);
  for (let i = 0; i < end; i++) {
    const byte = bytes[i] as number;
    if ((byte < 0x20 && byte !== 9 && byte !== 10 && byte !== 13) || byte === 0x7f) return true;
  }
  return false;
}
