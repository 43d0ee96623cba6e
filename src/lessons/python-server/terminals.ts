/** What `server.py` and `client.py` print while they talk about the client's messages: the same lines, byte for byte. */

import { decodeUtf8, encodeUtf8, validateUtf8 } from '../../protocol/bytes/utf8.ts';
import { encodeFrame } from '../../protocol/frame/encode.ts';
import { traceParse } from '../../protocol/frame/parse-trace.ts';
import { OPCODE } from '../../protocol/model/opcodes.ts';
import { MAX_MESSAGE } from './lines.ts';
import { spacedHex } from './python.ts';
import type { Work } from './work.ts';

export interface TerminalLine {
  /** By whoever sits there. */
  readonly typed: boolean;
  readonly text: string;
}

export interface Terminals {
  readonly server: readonly TerminalLine[];
  readonly client: readonly TerminalLine[];
}

interface Message {
  readonly text: string;
  readonly key: Uint8Array;
}

/** Messages that are shown: as many as fit a projector beside the handshake. */
const MOST = 2;
/** The key of RFC 6455 §5.7: where no text of the learner's can be typed. */
const HELLO: Message = { text: 'Hello', key: Uint8Array.of(0x37, 0xfa, 0x21, 0x3d) };
/** Nothing that Python writes in another way, and nothing that a line of a terminal does not hold. */
const TYPABLE = /^(?!.*\\)(?!.*'.*")(?!.*".*')[\p{L}\p{M}\p{N}\p{P}\p{S} ]+$/u;

/** The first whole texts of the stream, with the masking keys that they came with. */
export function messagesOf(data: Uint8Array): readonly Message[] {
  const messages: Message[] = [];
  for (let rest = data; messages.length < MOST; ) {
    const { result } = traceParse(rest, MAX_MESSAGE);
    if (result.kind !== 'frame') break;
    const { fin, opcode, payload, used } = result;
    const keyAt = used - payload.length - 4;
    if (fin && opcode === OPCODE.text && validateUtf8(payload) === null && TYPABLE.test(decodeUtf8(payload)))
      messages.push({ text: decodeUtf8(payload), key: rest.slice(keyAt, keyAt + 4) });
    rest = rest.subarray(used);
  }
  return messages.length > 0 ? messages : [HELLO];
}

/** The close frame of the client has a key, too; which one is chance. */
export const closeKey = (work: Work): Uint8Array => work.inputs.nonce.slice(0, 4);

/** Hex digits of a frame, as far as the programs print them. */
const MOST_BYTES = 24;
const MOST_TEXT = 40;

function clientFrame(arrow: string, wire: Uint8Array, meaning: string, payload: Uint8Array): string {
  const dots = wire.length > MOST_BYTES ? ' ...' : '';
  const text = decodeUtf8(payload.subarray(0, MOST_TEXT));
  return `${arrow} ${spacedHex(wire.subarray(0, MOST_BYTES))}${dots}  ${meaning} “${text}”`;
}

/** Both terminals, from the start of the server to the end of the connection. */
export function terminalsOf(work: Work, port = 8765): Terminals {
  const server = new Server();
  const client = new Terminal();
  server.typed('$ python3 server.py');
  server.says(`listening at ws://127.0.0.1:${port}/ (Ctrl-C ends)`);
  client.typed('$ python3 client.py');
  server.later();

  const { key, response } = work.handshake;
  const request = [
    'GET / HTTP/1.1',
    `Host: 127.0.0.1:${port}`,
    'Upgrade: websocket',
    'Connection: Upgrade',
    `Sec-WebSocket-Key: ${key}`,
    'Sec-WebSocket-Version: 13',
  ];
  for (const line of request) {
    client.printed(`-> ${line}`);
    server.says(`#1 <- ${line}`);
  }
  for (const line of response.trimEnd().split('\r\n')) {
    client.printed(`<- ${line}`);
    server.says(`#1 -> ${line}`);
  }

  const exchange = (opcode: number, payload: Uint8Array, maskingKey: Uint8Array, meaning: string, text: Uint8Array) => {
    const there = encodeFrame({ opcode, maskingKey, payload });
    const back = encodeFrame({ opcode, maskingKey: null, payload });
    server.later();
    client.printed(clientFrame('->', there, meaning, text));
    client.printed(clientFrame('<-', back, meaning, text));
    server.says(`#1 <- ${spacedHex(there.subarray(0, MOST_BYTES))}`);
    server.says(`#1 -> ${spacedHex(back.subarray(0, MOST_BYTES))}`);
  };
  for (const { text, key: maskingKey } of messagesOf(work.inputs.data)) {
    client.typed(text);
    const payload = encodeUtf8(text);
    exchange(OPCODE.text, payload, maskingKey, 'text', payload);
  }
  exchange(OPCODE.close, Uint8Array.of(0x03, 0xe8), closeKey(work), 'close 1000', new Uint8Array());
  server.says('#1 -- end');
  return { server: server.lines, client: client.lines };
}

class Terminal {
  readonly lines: TerminalLine[] = [];

  typed(text: string): void {
    this.lines.push({ typed: true, text });
  }

  printed(text: string): void {
    this.lines.push({ typed: false, text });
  }
}

/** Its lines begin with the time. It is no clock that goes: people take some seconds to type. */
class Server extends Terminal {
  #second = 0;

  later(): void {
    this.#second += 7;
  }

  says(text: string): void {
    this.printed(`12:00:${String(this.#second).padStart(2, '0')} ${text}`);
  }
}
