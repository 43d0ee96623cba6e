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
  /** Sender of the packet whose lines follow, where a heading tells. */
  side: Direction | null;
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
