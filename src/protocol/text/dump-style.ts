import type { Direction } from '../bytes/span.ts';

/** How one program lays out its dump. */
export interface DumpStyle {
  /** `00000000:` */
  readonly colon: boolean;
  /** `0x0000:` */
  readonly prefix: boolean;
  /** `|........|`; a character in place of the bar, or null. */
  readonly bar: '|' | null;
  /** Blanks between the last byte of a full line and its gutter. */
  readonly gap: number;
  /** A wider gap after the eighth byte. */
  readonly middle: boolean;
  /** The gutter has a blank after its eighth character. */
  readonly split: boolean;
  /** Offsets may be short or bear signs around them where they are seen to count the bytes. */
  readonly loose: boolean;
  /** Lines such as `    0100 .... = Version: 4` stand between the dumps (`tshark -V`). */
  readonly details: boolean;
  /** Offset zero begins another packet. */
  readonly packets: boolean;
  /** Indented lines are the server's; each side counts its own offsets. */
  readonly sides: boolean;
  /**
   * Called for a line that is no dump line. Returns true where it is a heading that belongs to the notation; false
   * reports it.
   */
  heading(text: string, from: number, end: number, state: DumpState): boolean;
}

export interface DumpState {
  /** Time of the packet whose lines follow, in seconds. */
  time: number | null;
  /** The lines up to the next heading or blank line show bytes that are not of the packet. */
  aside: boolean;
  /** The next line begins at offset zero again. */
  restart: boolean;
  /** Sender of the packet whose lines follow, where a heading tells. */
  side: Direction | null;
}

/** Bits of a field, as `tshark -V` draws them: no offset, though it begins with digits. */
export function isBitField(text: string, from: number): boolean {
  return /^[01.]{1,4}(?: [01.]{4})* +=|^[01.]{4} [01.]{4}[01. ]* = /.test(text.slice(from, from + 120));
}

/** What text2pcap calls outbound is the client's, as seen from the client. Null where the dump does not begin so. */
export function sideOf(line: string): Direction | null {
  const letter = /^\s*([IO])\s*$/.exec(line)?.[1];
  return letter === undefined ? null : letter === 'O' ? 'client-to-server' : 'server-to-client';
}

/** The sender of the first packet of a dump whose packets are headed by a letter. */
export function firstSide(text: string): Direction | null {
  return sideOf(/^\s*[IO]\s*$/m.exec(text.slice(0, 400))?.[0] ?? '');
}

/** Passes over what some programs write before an offset: `[`, `0x`. */
export function beforeOffset(text: string, i: number): number {
  const open = text.charCodeAt(i);
  const at = open === 0x5b || open === 0x28 || open === 0x3c ? i + 1 : i;
  return text.charCodeAt(at) === 0x30 && (text.charCodeAt(at + 1) | 0x20) === 0x78 ? at + 2 : at;
}

/** Passes over what some programs write after an offset: `h`, `]`, `:`, `|`. */
export function afterOffset(text: string, i: number): number {
  const sign = /^h?[\])>]?(?:\s?[:|-](?=\s|$))?/i.exec(text.slice(i, i + 5));
  return i + (sign?.[0].length ?? 0);
}
