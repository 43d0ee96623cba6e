import type { Direction } from '../bytes/span.ts';

/** A notation people paste bytes in. One importer each. */
export type FormId =
  | 'hex'
  | 'hex-list'
  | 'decimal'
  | 'bits'
  | 'c-array'
  | 'c-arrays-wireshark'
  | 'escaped'
  | 'python-bytes'
  | 'js-buffer'
  | 'json'
  | 'base64'
  | 'base64url'
  | 'xxd'
  | 'hexdump-C'
  | 'hexdump-words'
  | 'od'
  | 'tcpdump'
  | 'tshark'
  | 'wireshark-dump'
  | 'follow-hex'
  | 'follow-raw'
  | 'follow-yaml'
  | 'http-text'
  | 'raw';

export type ProblemKind =
  | 'empty'
  | 'invalid-character'
  | 'odd-digits'
  | 'value-out-of-range'
  | 'offset-mismatch'
  | 'gutter-mismatch'
  | 'bad-padding'
  | 'unterminated'
  | 'bad-escape'
  | 'bad-packet'
  | 'segment-missing'
  | 'unrecognised';

/** A position in the text. */
export interface Place {
  /** UTF-16 code units from 0. */
  readonly position: number;
  /** Counted from 1. */
  readonly line: number;
  /** Counted from 1, in code units. */
  readonly column: number;
  /** The character at `position`, whole even outside the BMP; empty at the end of the text. */
  readonly character: string;
}

/** Something in the text that could not be read as the notation says. Nothing is skipped without one of these. */
export interface Problem extends Place {
  readonly kind: ProblemKind;
  /** How many code units it covers. */
  readonly length: number;
  /** What is needed to say it in words: `expected`, `found`, `digits`, … */
  readonly values: Readonly<Record<string, string | number>>;
}

/** Which characters each byte came from, and back. Built when first asked for. */
export interface CharMap {
  /** Code units `[start, end)` that wrote byte `index`. */
  charsOf(index: number): readonly [start: number, end: number];
  /** The byte that the code unit at `position` helped to write, or -1. */
  byteAt(position: number): number;
}

/** Bytes known to be lost. */
export interface Gap {
  /** Where they would have stood. */
  readonly offset: number;
  /** How many bytes hold their place: all, or none where too many are missing. */
  readonly length: number;
  /** How many are lost. */
  readonly missing: number;
}

/** Bytes of one sender, in order. `direction` is null where the notation does not say. */
export interface Stream {
  readonly direction: Direction | null;
  /** The notation names the direction in words: client or server, and not only who spoke first. */
  readonly stated?: boolean;
  readonly bytes: Uint8Array;
  /** Ranges of `bytes` that nobody captured; zeros hold their place, so that all else stays where it was. */
  readonly gaps?: readonly Gap[];
  /** Null where the bytes did not come from text. */
  readonly chars: CharMap | null;
}

/** A run of bytes of one stream, in the order the capture saw them. */
export interface Segment {
  /** Index into `streams`. */
  readonly stream: number;
  readonly offset: number;
  readonly length: number;
  /** Seconds, where the notation tells. */
  readonly time: number | null;
  /** Packet number, where the notation tells. */
  readonly packet: number | null;
}

/** Whole packets out of a dump that shows them with their headers; the capture floor turns them into streams. */
export interface Packet {
  readonly bytes: Uint8Array;
  readonly chars: CharMap;
  /** What the first byte belongs to, where the tool fixes it (tcpdump -X starts at the IP header), else null. */
  readonly starts: 'ip' | 'link' | null;
  readonly time: number | null;
  /** From 1, in the order of the dump. */
  readonly number: number;
  /** Where its first byte stands in the text, for problems of the packet as a whole. */
  readonly place: Place;
}

/** What an importer made of a text. */
export interface Reading {
  readonly form: FormId;
  readonly streams: readonly Stream[];
  /** Order across streams; empty where unknown. */
  readonly segments: readonly Segment[];
  /** Present where the text shows packets with headers; `streams` then holds their bytes one after another. */
  readonly packets: readonly Packet[];
  readonly problems: readonly Problem[];
}

/** Why an importer believes the text is for it. Ids; the words live beside the views. */
export interface Claim {
  readonly form: FormId;
  /** 0 (certainly not) to 1 (certain). */
  readonly score: number;
  readonly reasons: readonly string[];
}

/** One notation. Neither function throws, whatever the text. */
export interface Importer {
  readonly form: FormId;
  /** Judges by a bounded excerpt; cost does not grow with the text beyond it. */
  claim(text: string): Claim;
  read(text: string): Reading;
}
