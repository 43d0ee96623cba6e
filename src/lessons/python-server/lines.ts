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
  ruleRsv: 'require(rsv == 0, 1002, "RSV bit set, but no extension was agreed")',
  ruleOpcode: 'require(opcode < 3 or 8 <= opcode <= 10, 1002, f"opcode {opcode:#x} is reserved")',
  rulePieces: 'require(opcode < CLOSE or fin, 1002, "control frame in fragments")',
  need2: 'if len(data) < 2:',
  none2: 'return None',
  masked: 'masked = bool(data[1] & 0b1000_0000)',
  length: 'length = data[1] & 0b0111_1111',
  ruleMasked: 'require(masked, 1002, "frame of a client without mask")',
  ruleLong: 'require(opcode < CLOSE or length <= 125, 1002, "control frame above 125 bytes")',
  start2: 'start = 2  # where the key begins',
  if126: 'if length == 126:  # the length is in the next 2 bytes',
  need4: 'if len(data) < 4:',
  none4: 'return None',
  length16: 'length = int.from_bytes(data[2:4], "big")',
  ruleShort16: 'require(length >= 126, 1002, "length not in its shortest form")',
  start4: 'start = 4',
  elif127: 'elif length == 127:  # the length is in the next 8 bytes',
  ruleTop: 'require(len(data) < 3 or data[2] < 0x80, 1002, "top bit of a length set")',
  need10: 'if len(data) < 10:',
  none10: 'return None',
  length64: 'length = int.from_bytes(data[2:10], "big")',
  ruleShort64: 'require(length >= 65536, 1002, "length not in its shortest form")',
  start10: 'start = 10',
  ruleLimit: 'require(length <= limit, 1009, f"{length} bytes, but {limit} is the limit")',
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
  code: 'code = int.from_bytes(payload[:2], "big")',
  allowed: 'allowed = 1000 <= code <= 1003 or 1007 <= code <= 1014 or 3000 <= code <= 4999',
  rule: 'require(allowed or payload == b"", 1002, f"{code} is no close code to be sent")',
  reason: 'payload[2:].decode("utf-8")',
});

export const PARSE_REQUEST = linesOf('def parse_request(head: str) -> tuple[str, dict[str, str]]:', {
  lines: 'first, *lines = head.split("\\r\\n")',
  get: 'get = re.fullmatch(r"GET /[!-~]* HTTP/1\\.[1-9]", first)',
  ruleGet: 'require(get, 400, "the first line must be: GET /... HTTP/1.1")',
  headers: 'headers: dict[str, str] = {}',
  each: 'for line in lines:',
  good: 'good = re.fullmatch(r"[\\w!#$%&\'*+.^`|~-]+:[\\t -~\\x80-\\xff]*", line, re.A)',
  ruleGood: 'require(good, 400, f"not a header: {line[:40]!r}")',
  part: 'name, _, value = line.partition(":")',
  lower: 'name, value = name.lower(), value.strip(" \\t")',
  put: 'headers[name] = f"{headers[name]}, {value}" if name in headers else value',
  done: 'return first.split(" ")[1], headers',
});

export const FIND_DIALECT = linesOf('def find_dialect(headers: dict[str, str]) -> str:', {
  names: 'upgrade, connection = headers.get("upgrade", ""), headers.get("connection", "")',
  ruleUpgrade: 'require("websocket" in tokens(upgrade), 426, "this is a WebSocket server")',
  ruleConnection: 'require("upgrade" in tokens(connection), 400, "Connection must contain Upgrade")',
  oneHost: 'one_host = re.fullmatch("[^,]+", headers.get("host", ""))',
  ruleHost: 'require(one_host, 400, "there must be one Host")',
  ifVersion: 'if headers.get("sec-websocket-version") == "13":  # 13, not "13 or more"',
  rfc: 'return "rfc6455"',
});

export const ACCEPT_KEY = linesOf('def accept_key(key: str) -> str:', {
  good: 'good = re.fullmatch("[A-Za-z0-9+/]{22}==", key)',
  rule: 'require(good, 400, "Sec-WebSocket-Key must be 16 bytes in base64")',
  digest: 'digest = hashlib.sha1((key + GUID).encode("ascii")).digest()',
  accept: 'return base64.b64encode(digest).decode("ascii")',
});

export const BUILD_RESPONSE = linesOf('def build_response(headers: dict[str, str]) -> bytes:', {
  accept: 'accept = accept_key(headers.get("sec-websocket-key", ""))',
  head: 'head = HEAD.format("Switching Protocols", "websocket")',
  done: 'return f"{head}Sec-WebSocket-Accept: {accept}\\r\\n\\r\\n".encode()',
});

export const SHAKE_HANDS = linesOf('async def shake_hands(self) -> None:', {
  head: 'head = await self.reader.readuntil(b"\\r\\n\\r\\n")  # what follows stays there',
  log: 'self.log("<-", head)',
  parse: 'target, headers = parse_request(head[:-4].decode("latin-1"))',
  dialect: 'dialect = find_dialect(headers)',
  path: 'self.path = target.partition("?")[0]',
  rulePath: 'require(self.path in ("/", "/echo", "/clock"), 404, "try /echo or /clock")',
  ifRfc: 'if dialect == "rfc6455":',
  write: 'self.write(build_response(headers))',
  set: 'self.dialect = dialect',
  open: 'self.open.add(self)',
});

export const READ_FRAME = linesOf('async def read_frame(self) -> Frame:', {
  parse: 'parse = parse_frame if self.dialect == "rfc6455" else parse_hixie_frame',
  found: 'while (found := parse(self.buffer)) is None:  # a read may bring half a frame',
  chunk: 'chunk = await within(IDLE_SECONDS, self.reader.read(65536))',
  ifEnd: 'if chunk == b"":',
  put: 'self.buffer += chunk',
  take: 'frame, size = found',
  log: 'self.log("<-", self.buffer[:size])',
  drop: 'self.buffer = self.buffer[size:]',
  done: 'return frame',
});

export const SEND = linesOf('def send(self, opcode: int, payload: bytes) -> None:', {
  ifRfc: 'if self.dialect == "rfc6455":',
  write: 'self.write(build_frame(opcode, payload))',
});

export const TALK = linesOf('async def talk(self) -> None:', {
  read: 'frame = await self.read_frame()',
  ifClose: 'if frame.opcode == CLOSE and self.dialect != "hixie-75":',
  check: 'check_close(frame.payload)',
  close: 'self.send(CLOSE, frame.payload[:2])',
  done: 'return',
  ifPing: 'if frame.opcode == PING:',
  pong: 'self.send(PONG, frame.payload)',
  ifData: 'if frame.opcode < CLOSE:',
  add: 'self.add(frame)',
  drain: 'await within(IDLE_SECONDS, self.writer.drain())',
});

export const ADD = linesOf('def add(self, frame: Frame) -> None:', {
  ifMore: 'if frame.opcode == CONTINUATION:',
  ruleMore: 'require(self.opcode != CONTINUATION, 1002, "continuation of no message")',
  ruleNew: 'require(self.opcode == CONTINUATION, 1002, "new message inside another")',
  opcode: 'self.opcode = frame.opcode',
  message: 'self.message += frame.payload',
  ruleBig: 'require(len(self.message) <= MAX_MESSAGE, 1009, "message above the limit")',
  ifText: 'if self.opcode == TEXT:  # two frames may share a character',
  decode: 'self.decoder.decode(frame.payload, final=frame.fin)',
  ifFin: 'if frame.fin:',
  send: 'self.send(self.opcode, self.message)',
  none: 'self.opcode = CONTINUATION',
  clear: 'self.message = b""',
});

export const FAIL = linesOf('def fail(self, code: int, reason: str) -> None:', {
  log: 'self.log("!!", f"{code} {reason}")',
  ifRfc: 'if self.dialect == "rfc6455":',
  send: 'self.send(CLOSE, code.to_bytes(2, "big") + reason.encode())',
  ifHttp: 'if self.dialect == "":',
});

export const RUN = linesOf('async def run(self) -> None:', {
  open: 'await within(HANDSHAKE_SECONDS, self.shake_hands())',
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

/** The error of a rule that is broken, from its `require(…)`: names stand in braces there, and get their values. */
export function raisedBy(line: number, vars: Readonly<Record<string, PyValue>>): { code: number; reason: string } {
  const match = /^require\(.+, (\d+), f?"([^"]*)"\)$/.exec(server.lines[line - 1]?.trim() ?? '');
  if (match === null) throw new Error(`line ${line} requires nothing`);
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

/** So often the server asks with a ping; and the silence after which it lets a client go. */
export const PING_SECONDS = constantOf('PING_SECONDS');
export const IDLE_SECONDS = constantOf('IDLE_SECONDS');

export { server };
