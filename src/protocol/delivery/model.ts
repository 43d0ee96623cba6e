/** What a delivery is made of. All times are whole ms from the moment the page begins, all sizes bytes. */

/** Short polling, long polling (Comet), HTTP streaming (server-sent events), WebSocket. */
export type Method = 'short' | 'long' | 'stream' | 'websocket';
export const METHODS: readonly Method[] = ['short', 'long', 'stream', 'websocket'];

export type HttpVersion = '1.1' | '2';

/** What is counted besides the bytes of HTTP and WebSocket: nothing; TCP/IP; TLS too. See packets.ts. */
export type Packets = 'none' | 'tcp' | 'tls';

/** A head as text: lines with any line ends. See heads.ts. */
export interface HeadTexts {
  readonly request: string;
  readonly response: string;
}

export interface Setup {
  /** How long the page is looked at. */
  readonly duration: number;
  /** One transit: from one end to the other, the same both ways. Nothing else takes time. */
  readonly delay: number;
  /** Short polling: from one request to the next, or a round trip where that is longer. */
  readonly interval: number;
  /** Long polling: how long a server without news keeps a request before it answers empty (RFC 6202 section 5.5). */
  readonly hold: number;
  /** When something happens at the server, rising. */
  readonly events: readonly number[];
  /** When the page wants to send something, rising. */
  readonly messages: readonly number[];
  /** Bytes of the payload of each. */
  readonly eventSize: number;
  readonly messageSize: number;
  readonly texts: HeadTexts;
  readonly http: HttpVersion;
  readonly packets: Packets;
}

export interface Bytes {
  /** Start line and header fields; over HTTP/2 the HEADERS frame. */
  readonly head: number;
  /** What marks bodies and messages off: chunk sizes, `data:` lines, DATA and WebSocket frame headers, line ends between. */
  readonly framing: number;
  /** What somebody wanted to say. */
  readonly payload: number;
  /** TCP, IP and TLS around it. */
  readonly packets: number;
  /** Acknowledgements: they go the other way. */
  readonly acks: number;
}

/** Something that travels. */
export interface Transit {
  readonly kind: 'request' | 'answer' | 'part' | 'frame';
  readonly direction: 'up' | 'down';
  readonly leaves: number;
  readonly arrives: number;
  /** Indexes into the events (down) or messages (up) that it carries. */
  readonly carries: readonly number[];
  readonly bytes: Bytes;
}

/** A request and all that follows from it. */
export interface Exchange {
  /** `poll` asks, `send` brings a message of the page, `stream` and `socket` stay. */
  readonly kind: 'poll' | 'send' | 'stream' | 'socket';
  /** In the order they leave; the first is the request. */
  readonly transits: readonly Transit[];
  /** While the server keeps it without having finished its answer; `to` may lie beyond the duration. */
  readonly held: { readonly from: number; readonly to: number } | null;
}

export interface Delivery {
  readonly method: Method;
  readonly exchanges: readonly Exchange[];
  /** When each event is at the page; null where it is not under way by the end. */
  readonly arrivals: readonly (number | null)[];
  /** When each message of the page is at the server. */
  readonly uploads: readonly (number | null)[];
}
