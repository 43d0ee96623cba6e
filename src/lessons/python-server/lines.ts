/** Where the statements of `server.py` are. A statement that is no longer there stops the build. */

import server from '../../../public/python/server.py?listing';
import { lineOf } from '../../components/lesson/listing.ts';
import type { PyValue } from './python.ts';

/** Numbers of lines by name. They stand in the file in the order given; each is looked for behind the one before. */
function linesOf<const T extends Readonly<Record<string, string>>>(
  definition: string,
  texts: T,
): Readonly<Record<keyof T, number>> {
  let at = lineOf(server, definition);
  const found = Object.entries(texts).map(([name, text]) => {
    at = lineOf(server, text, at);
    return [name, at] as const;
  });
  return Object.fromEntries(found) as Record<keyof T, number>;
}

/** What one's own parser has to look like. */
const SIGNATURE = 'def parse_frame(data: bytes, limit: int = MAX_MESSAGE) -> tuple[Frame, int] | None:';
export const PARSE_FRAME_DEF = lineOf(server, SIGNATURE);

export const PARSE_FRAME = linesOf(SIGNATURE, {
  need1: 'if len(data) < 1:',
  none1: 'return None',
  fin: 'fin = bool(data[0] & 0b1000_0000)',
  rsv: 'rsv = data[0] & 0b0111_0000',
  opcode: 'opcode = data[0] & 0b0000_1111',
  ifRsv: 'if rsv != 0:',
  raiseRsv: 'raise ProtocolError(1002, "RSV bit set, but no extension was agreed")',
  ifOpcode: 'if opcode not in (CONTINUATION, TEXT, BINARY, CLOSE, PING, PONG):',
  raiseOpcode: 'raise ProtocolError(1002, f"opcode {opcode:#x} is reserved")',
  ifPieces: 'if opcode >= CLOSE and not fin:',
  raisePieces: 'raise ProtocolError(1002, "control frame in fragments")',
  need2: 'if len(data) < 2:',
  none2: 'return None',
  masked: 'masked = bool(data[1] & 0b1000_0000)',
  length: 'length = data[1] & 0b0111_1111',
  ifMasked: 'if not masked:',
  raiseMasked: 'raise ProtocolError(1002, "frame of a client without mask")',
  ifLong: 'if opcode >= CLOSE and length > 125:',
  raiseLong: 'raise ProtocolError(1002, "control frame above 125 bytes")',
  start2: 'start = 2  # where the key begins',
  if126: 'if length == 126:  # the length is in the next 2 bytes',
  need4: 'if len(data) < 4:',
  none4: 'return None',
  length16: 'length = int.from_bytes(data[2:4], "big")',
  ifShort16: 'if length < 126:',
  raiseShort16: 'raise ProtocolError(1002, "length not in its shortest form")',
  start4: 'start = 4',
  elif127: 'elif length == 127:  # the length is in the next 8 bytes',
  ifTop: 'if len(data) > 2 and data[2] & 0b1000_0000:',
  raiseTop: 'raise ProtocolError(1002, "top bit of a 64-bit length set")',
  need10: 'if len(data) < 10:',
  none10: 'return None',
  length64: 'length = int.from_bytes(data[2:10], "big")',
  ifShort64: 'if length < 65536:',
  raiseShort64: 'raise ProtocolError(1002, "length not in its shortest form")',
  start10: 'start = 10',
  ifLimit: 'if length > limit:',
  raiseLimit: 'raise ProtocolError(1009, f"{length} bytes, but {limit} is the limit")',
  end: 'end = start + 4 + length',
  needEnd: 'if len(data) < end:',
  noneEnd: 'return None',
  key: 'key = data[start : start + 4]',
  cut: 'payload = data[start + 4 : end]',
  unmask: 'payload = bytes(byte ^ key[i % 4] for i, byte in enumerate(payload))',
  frame: 'return Frame(fin, opcode, payload), end',
});

export const BUILD_FRAME = linesOf('def build_frame(opcode: int, payload: bytes) -> bytes:', {
  length: 'length = len(payload)',
  if126: 'if length < 126:',
  header7: 'header = bytes([0x80 | opcode, length])',
  elif65536: 'elif length < 65536:',
  header16: 'header = bytes([0x80 | opcode, 126]) + length.to_bytes(2, "big")',
  frame: 'return header + payload',
});

export const CHECK_CLOSE = linesOf('def check_close(payload: bytes) -> None:', {
  if1: 'if len(payload) == 1:',
  raise1: 'raise ProtocolError(1002, "half a close code")',
  if2: 'if len(payload) >= 2:',
  code: 'code = int.from_bytes(payload[:2], "big")',
  standard: 'standard = 1000 <= code <= 1003 or 1007 <= code <= 1014',
  private: 'private = 3000 <= code <= 4999',
  ifCode: 'if not standard and not private:',
  raiseCode: 'raise ProtocolError(1002, f"close code {code} may not be sent")',
  reason: 'payload[2:].decode("utf-8")',
});

export const PARSE_REQUEST = linesOf('def parse_request(head: str) -> tuple[str, dict[str, str]]:', {
  unfolded: 'unfolded = re.sub("\\r\\n[ \\t]+", " ", head)  # a header may go on in the next line',
  lines: 'lines = unfolded.split("\\r\\n")',
  ifMany: 'if len(lines) > MAX_LINES:',
  request: 'request = re.fullmatch(r"GET (/[!-~]*) HTTP/1\\.[1-9]", lines[0])',
  ifRequest: 'if request is None:',
  headers: 'headers: dict[str, str] = {}',
  each: 'for line in lines[1:]:',
  part: 'name, colon, value = line.partition(":")',
  ifName: 'if not re.fullmatch(r"[\\w!#$%&\'*+.^`|~-]+", name, re.ASCII) or not colon:',
  ifControl: 'if re.search(r"[^\\t -~\\x80-\\xff]", value):',
  lower: 'name = name.lower()',
  strip: 'value = value.strip(" \\t")',
  put: 'headers[name] = f"{headers[name]}, {value}" if name in headers else value',
  done: 'return request[1], headers',
});

export const FIND_DIALECT = linesOf('def find_dialect(headers: dict[str, str]) -> str:', {
  ifUpgrade: 'if "websocket" not in tokens(headers.get("upgrade", "")):',
  ifConnection: 'if "upgrade" not in tokens(headers.get("connection", "")):',
  ifHost: 'if not headers.get("host") or "," in headers["host"]:',
  ifVersion: 'if headers.get("sec-websocket-version") == "13":  # 13, not "13 or more"',
  rfc: 'return "rfc6455"',
});

export const ACCEPT_KEY = linesOf('def accept_key(key: str) -> str:', {
  ifKey: 'if not re.fullmatch("[A-Za-z0-9+/]{22}==", key):',
  digest: 'digest = hashlib.sha1((key + GUID).encode("ascii")).digest()',
  accept: 'return base64.b64encode(digest).decode("ascii")',
});

export const BUILD_HEAD = linesOf('def build_head(*lines: str) -> bytes:', {
  done: 'return "\\r\\n".join([*lines, "", ""]).encode("latin-1")',
});

export const BUILD_RESPONSE = linesOf(
  'def build_response(target: str, headers: dict[str, str], key3: bytes) -> bytes:',
  {
    dialect: 'dialect = find_dialect(headers)',
    ifRfc: 'if dialect == "rfc6455":',
    head: 'return build_head(',
    headEnd: ')',
  },
);

export const SHAKE_HANDS = linesOf('async def shake_hands(self) -> None:', {
  head: 'head = await self.reader.readuntil(b"\\r\\n\\r\\n")  # what follows stays there',
  parse: 'target, headers = parse_request(head[:-4].decode("latin-1"))',
  showRequest: 'self.show_head("<-", head)',
  dialect: 'dialect = find_dialect(headers)',
  path: 'path = target.split("?")[0]',
  ifPath: 'if path not in ("/", "/echo", "/clock"):',
  each: 'for name, values in self.allowed.items():  # Host and Origin (section 10.2)',
  ifAllowed: 'if values and name in headers and headers[name].lower() not in values:',
  key3: 'key3 = b""',
  if76: 'if dialect == "hixie-76":  # 8 bytes more, which no header announces',
  response: 'response = build_response(target, headers, key3)',
  showResponse: 'self.show_head("->", response)',
  write: 'self.writer.write(response)',
  set: 'self.dialect = dialect',
  ifClock: 'if path == "/clock":',
});

export const READ_FRAME = linesOf('async def read_frame(self) -> Frame:', {
  parse: 'parse = parse_frame if self.dialect == "rfc6455" else parse_hixie_frame',
  pinged: 'pinged = self.dialect != "rfc6455"',
  found: 'found = parse(self.buffer)',
  whileNone: 'while found is None:  # one read may bring half a frame, or ten',
  chunk: 'chunk = await asyncio.wait_for(self.reader.read(65536), IDLE_SECONDS)',
  ifEnd: 'if chunk == b"":',
  put: 'self.buffer += chunk',
  again: 'found = parse(self.buffer)',
  take: 'frame, size = found',
  show: 'self.show("<-", self.buffer[:size], frame.opcode, frame.payload)',
  drop: 'self.buffer = self.buffer[size:]',
  done: 'return frame',
});

export const SEND = linesOf('def send(self, opcode: int, payload: bytes) -> None:', {
  build: 'build = build_frame if self.dialect == "rfc6455" else build_hixie_frame',
  wire: 'wire = build(opcode, payload)',
  show: 'self.show("->", wire, opcode, payload)',
  write: 'self.writer.write(wire)',
});

export const TALK = linesOf('async def talk(self) -> None:', {
  read: 'frame = await self.read_frame()',
  ifClose: 'if frame.opcode == CLOSE and self.dialect != "hixie-75":',
  check: 'check_close(frame.payload)',
  close: 'self.send(CLOSE, frame.payload[:2])',
  done: 'return',
  ifPing: 'if frame.opcode == PING:',
  pong: 'self.send(PONG, frame.payload)',
  ifData: 'if frame.opcode in (CONTINUATION, TEXT, BINARY):',
  add: 'self.add(frame)',
  drain: 'await asyncio.wait_for(self.writer.drain(), IDLE_SECONDS)',
});

export const ADD = linesOf('def add(self, frame: Frame) -> None:', {
  ifNothing: 'if frame.opcode == CONTINUATION and self.opcode == CONTINUATION:',
  raiseNothing: 'raise ProtocolError(1002, "continuation of no message")',
  ifInside: 'if frame.opcode != CONTINUATION and self.opcode != CONTINUATION:',
  raiseInside: 'raise ProtocolError(1002, "new message inside another")',
  opcode: 'self.opcode = self.opcode or frame.opcode',
  message: 'self.message += frame.payload',
  ifBig: 'if len(self.message) > MAX_MESSAGE:',
  ifText: 'if self.opcode == TEXT:  # two frames may share a character',
  decode: 'self.decoder.decode(frame.payload, final=frame.fin)',
  ifFin: 'if frame.fin:',
  send: 'self.send(self.opcode, self.message)',
  none: 'self.opcode = CONTINUATION',
  clear: 'self.message = b""',
});

export const FAIL = linesOf('def fail(self, code: int, reason: str) -> None:', {
  log: 'self.log(f"!! {code} {reason}")',
  ifRfc: 'if self.dialect == "rfc6455":',
  send: 'self.send(CLOSE, code.to_bytes(2, "big") + reason.encode())',
  ifHttp: 'if self.dialect == "":',
});

export const RUN = linesOf('async def run(self) -> None:', {
  open: 'await asyncio.wait_for(self.shake_hands(), HANDSHAKE_SECONDS)',
  talk: 'await self.talk()',
  exceptProtocol: 'except ProtocolError as error:',
  failProtocol: 'self.fail(error.code, str(error))',
  exceptUnicode: 'except UnicodeDecodeError as error:',
  failUnicode: 'self.fail(1007, error.reason)',
  end: 'await self.end()',
});

/** Functions that are followed, by name. */
export const FUNCTIONS = [
  'run',
  'shake_hands',
  'parse_request',
  'find_dialect',
  'build_response',
  'accept_key',
  'build_head',
  'talk',
  'read_frame',
  'parse_frame',
  'add',
  'check_close',
  'send',
  'build_frame',
  'fail',
] as const;

export type FunctionName = (typeof FUNCTIONS)[number];

/** Statements that take more than a line: first line, last line. */
export const LONG: ReadonlyMap<number, number> = new Map([[BUILD_RESPONSE.head, BUILD_RESPONSE.headEnd]]);

/** The message of an error, from the statement that raises it: its names stand in braces, and get their values. */
export function raisedBy(line: number, vars: Readonly<Record<string, PyValue>>): { code: number; reason: string } {
  const match = /^raise ProtocolError\((\d+), f?"([^"]*)"\)$/.exec(server.lines[line - 1]?.trim() ?? '');
  if (match === null) throw new Error(`line ${line} raises nothing`);
  const reason = (match[2] as string).replace(/\{(\w+)(:#x)?\}/g, (_, name: string, hex?: string) => {
    const value = vars[name];
    if (typeof value !== 'number' && typeof value !== 'bigint') throw new Error(`line ${line} names ${name}`);
    return hex ? `0x${value.toString(16)}` : String(value);
  });
  return { code: Number(match[1]), reason };
}

/** A constant at the top of the file: `NAME = 8 * 1024  # …` or `NAME = 2.0`. */
function constantOf(name: string): number {
  const match = new RegExp(`^${name} = ([\\d.* ]+?)(?:  #.*)?$`).exec(
    server.lines.find((line) => line.startsWith(`${name} = `)) ?? '',
  );
  if (match === null) throw new Error(`no constant ${name}`);
  return (match[1] as string).split('*').reduce((product, factor) => product * Number(factor), 1);
}

/** Bytes of a frame, and of a message, that the server takes at most. */
export const MAX_MESSAGE = constantOf('MAX_MESSAGE');

/** Silence, after which the server asks with a ping. */
export const IDLE_SECONDS = constantOf('IDLE_SECONDS');

export { server };
