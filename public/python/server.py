"""A WebSocket server in one file, to be read. Python 3.9 or newer, nothing else.

    python3 server.py            and in another terminal: python3 client.py

It speaks RFC 6455 and its ancestors hixie-76 and hixie-75. What it gets, it sends
back; who opens /clock is also told the time, every second, without asking again.
Sections are those of RFC 6455, where no draft is named.
"""

from __future__ import annotations

import argparse
import asyncio
import base64
import codecs
import hashlib
import itertools
import logging
import re
import signal
import socket
import time
from asyncio import StreamReader, StreamWriter
from typing import Any, Coroutine, NamedTuple

GUID = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11"  # section 1.3
CONTINUATION, TEXT, BINARY, CLOSE, PING, PONG = 0x0, 0x1, 0x2, 0x8, 0x9, 0xA
HEAD = "HTTP/1.1 101 {}\r\nUpgrade: {}\r\nConnection: Upgrade\r\n"
REFUSAL = "HTTP/1.1 {} {}\r\nUpgrade: websocket\r\nConnection: Upgrade, close\r\n"
REFUSAL += "Sec-WebSocket-Version: 13\r\n\r\n"
SKIP = 0xF  # never sent: our name for a hixie frame to be read and dropped
MAX_HEAD = 16 * 1024  # bytes of a request
MAX_MESSAGE = 128 * 1024  # bytes of a frame, and of a message
HANDSHAKE_SECONDS = 10.0  # for the whole of it, however slowly its bytes come
PING_SECONDS = 60  # so often we ask whether the client is still there
IDLE_SECONDS = 300.0  # without a byte, an answer even: it is gone
CLOSE_SECONDS = 2.0  # for the client to end, after our last word


class ProtocolError(Exception):
    """A rule was broken. Its code: of a close frame (7.4), or a status of HTTP."""

    def __init__(self, code: int, reason: str) -> None:
        super().__init__(reason)
        self.code = code


def require(kept: object, code: int, reason: str) -> None:
    if not kept:
        raise ProtocolError(code, reason)


# ---- Frames of RFC 6455 (section 5) --------------------------------------------


class Frame(NamedTuple):
    fin: bool
    opcode: int
    payload: bytes  # unmasked


def parse_frame(data: bytes, limit: int = MAX_MESSAGE) -> tuple[Frame, int] | None:
    """The frame at the start of data and how many bytes it takes.

    None while bytes are missing. ProtocolError as soon as a rule is broken.
    """
    if len(data) < 1:
        return None
    fin = bool(data[0] & 0b1000_0000)
    rsv = data[0] & 0b0111_0000
    opcode = data[0] & 0b0000_1111
    require(rsv == 0, 1002, "RSV bit set, but no extension was agreed")
    require(opcode < 3 or 8 <= opcode <= 10, 1002, f"opcode {opcode:#x} is reserved")
    require(opcode < CLOSE or fin, 1002, "control frame in fragments")
    if len(data) < 2:
        return None
    masked = bool(data[1] & 0b1000_0000)
    length = data[1] & 0b0111_1111
    require(masked, 1002, "frame of a client without mask")
    require(opcode < CLOSE or length <= 125, 1002, "control frame above 125 bytes")
    start = 2  # where the key begins
    if length == 126:  # the length is in the next 2 bytes
        if len(data) < 4:
            return None
        length = int.from_bytes(data[2:4], "big")
        require(length >= 126, 1002, "length not in its shortest form")
        start = 4
    elif length == 127:  # the length is in the next 8 bytes
        require(len(data) < 3 or data[2] < 0x80, 1002, "top bit of a length set")
        if len(data) < 10:
            return None
        length = int.from_bytes(data[2:10], "big")
        require(length >= 65536, 1002, "length not in its shortest form")
        start = 10
    require(length <= limit, 1009, f"{length} bytes, but {limit} is the limit")
    end = start + 4 + length
    if len(data) < end:
        return None
    key = data[start : start + 4]
    payload = data[start + 4 : end]
    payload = bytes(byte ^ key[i % 4] for i, byte in enumerate(payload))
    return Frame(fin, opcode, payload), end


def build_frame(opcode: int, payload: bytes) -> bytes:
    """A message in one frame. What a server sends is never masked."""
    length = len(payload)
    if length < 126:
        header = bytes([0x80 | opcode, length])
    elif length < 65536:
        header = bytes([0x80 | opcode, 126]) + length.to_bytes(2, "big")
    else:
        header = bytes([0x80 | opcode, 127]) + length.to_bytes(8, "big")
    return header + payload


def check_close(payload: bytes) -> None:
    """A close frame holds nothing, or a code and a reason (section 5.5.1)."""
    code = int.from_bytes(payload[:2], "big")
    allowed = 1000 <= code <= 1003 or 1007 <= code <= 1014 or 3000 <= code <= 4999
    require(allowed or payload == b"", 1002, f"{code} is no close code to be sent")
    payload[2:].decode("utf-8")


# ---- Frames of hixie-75 and hixie-76 (draft 76, section 5.3) -------------------


def parse_hixie_frame(data: bytes) -> tuple[Frame, int] | None:
    """Like parse_frame, for `00 text FF`, and for a type from 80 up with a length."""
    if data[:1] < b"\x80":  # the payload ends at FF, a byte that UTF-8 never has
        head, _, rest = data.partition(b"\xff")
        require(len(head) <= 1 + MAX_MESSAGE, 1009, f"more than {MAX_MESSAGE} bytes")
        if head == data:
            return None
        text = head[1:].decode("utf-8", "replace").encode("utf-8")
        return Frame(True, SKIP if data[0] else TEXT, text), len(head) + 1
    length = 0  # in groups of 7 bits; the top bit says that more follow
    for end, byte in enumerate(data[1:10], start=2):
        length = length * 128 + (byte & 0b0111_1111)
        require(length <= MAX_MESSAGE, 1009, f"more than {MAX_MESSAGE} bytes")
        if byte < 0x80:
            opcode = CLOSE if data[0] == 0xFF and length == 0 else SKIP
            end += length
            return None if len(data) < end else (Frame(True, opcode, b""), end)
    require(len(data) < 10, 1009, f"more than {MAX_MESSAGE} bytes")
    return None


# ---- Opening handshake (section 4.2) -------------------------------------------


def parse_request(head: str) -> tuple[str, dict[str, str]]:
    """What is asked for, and the headers by their names in lower case."""
    first, *lines = head.split("\r\n")
    get = re.fullmatch(r"GET /[!-~]* HTTP/1\.[1-9]", first)
    require(get, 400, "the first line must be: GET /... HTTP/1.1")
    headers: dict[str, str] = {}
    for line in lines:
        good = re.fullmatch(r"[\w!#$%&'*+.^`|~-]+:[\t -~\x80-\xff]*", line, re.A)
        require(good, 400, f"not a header: {line[:40]!r}")
        name, _, value = line.partition(":")
        name, value = name.lower(), value.strip(" \t")
        headers[name] = f"{headers[name]}, {value}" if name in headers else value
    return first.split(" ")[1], headers


def tokens(value: str) -> list[str]:
    """A list in a header, such as `keep-alive, Upgrade`: that is what Firefox sends."""
    return re.split("[ \t]*,[ \t]*", value.lower())


def find_dialect(headers: dict[str, str]) -> str:
    upgrade, connection = headers.get("upgrade", ""), headers.get("connection", "")
    require("websocket" in tokens(upgrade), 426, "this is a WebSocket server")
    require("upgrade" in tokens(connection), 400, "Connection must contain Upgrade")
    one_host = re.fullmatch("[^,]+", headers.get("host", ""))
    require(one_host, 400, "there must be one Host")
    if headers.get("sec-websocket-version") == "13":  # 13, not "13 or more"
        return "rfc6455"
    secure = {name for name in headers if name.startswith("sec-websocket-")}
    secure.discard("sec-websocket-protocol")
    hixie = upgrade == "WebSocket" and "origin" in headers
    hixie_76 = secure == {"sec-websocket-key1", "sec-websocket-key2"}
    require(hixie and (hixie_76 or not secure), 426, "Sec-WebSocket-Version must be 13")
    return "hixie-76" if hixie_76 else "hixie-75"


def accept_key(key: str) -> str:
    """The proof that the server knows RFC 6455. It hides nothing."""
    good = re.fullmatch("[A-Za-z0-9+/]{22}==", key)
    require(good, 400, "Sec-WebSocket-Key must be 16 bytes in base64")
    digest = hashlib.sha1((key + GUID).encode("ascii")).digest()
    return base64.b64encode(digest).decode("ascii")


def build_response(headers: dict[str, str]) -> bytes:
    accept = accept_key(headers.get("sec-websocket-key", ""))
    head = HEAD.format("Switching Protocols", "websocket")
    return f"{head}Sec-WebSocket-Accept: {accept}\r\n\r\n".encode()


def key_part(key: str) -> bytes:
    """hixie-76: the digits as one number, divided by the count of spaces."""
    digits, spaces = re.sub("[^0-9]", "", key), key.count(" ")
    require(0 < len(digits) < 11 and spaces > 0, 400, "a key without number or spaces")
    part, rest = divmod(int(digits), spaces)
    require(rest == 0 and part < 2**32, 400, "the number is no multiple of the spaces")
    return part.to_bytes(4, "big")


def build_hixie_response(target: str, headers: dict[str, str], key3: bytes) -> bytes:
    old = "sec-websocket-key1" not in headers  # hixie-75 compares letter by letter
    name, sec = ("Web Socket", "") if old else ("WebSocket", "Sec-")
    head = HEAD.format(f"{name} Protocol Handshake", "WebSocket")
    head += f"{sec}WebSocket-Origin: {headers['origin']}\r\n"
    head += f"{sec}WebSocket-Location: ws://{headers['host']}{target}\r\n\r\n"
    if old:
        return head.encode("latin-1")
    key1, key2 = headers["sec-websocket-key1"], headers["sec-websocket-key2"]
    proof = hashlib.md5(key_part(key1) + key_part(key2) + key3).digest()
    return head.encode("latin-1") + proof


# ---- One connection ------------------------------------------------------------


async def within(seconds: float, work: Coroutine[Any, Any, Any]) -> Any:
    """asyncio.wait_for, which before Python 3.12 may miss a Ctrl-C."""
    task = asyncio.ensure_future(work)
    task.add_done_callback(lambda task: task.cancelled() or task.exception())  # seen
    await asyncio.wait({task}, timeout=seconds)
    if not task.done():
        task.cancel()
        raise asyncio.TimeoutError
    return task.result()


class Connection:
    """Tasks of asyncio, not threads: each costs a few kilobytes, so thousands may be
    open; and they take turns only at an `await`, so nothing needs a lock."""

    numbers = itertools.count(1)
    open: set[Connection] = set()

    def __init__(self, reader: StreamReader, writer: StreamWriter) -> None:
        self.reader, self.writer = reader, writer
        self.number = next(self.numbers)
        self.dialect = self.path = ""
        self.buffer = b""  # what has come and is not yet read
        self.opcode = CONTINUATION  # of the message that is coming in, if one is
        self.message = b""
        self.decoder = codecs.getincrementaldecoder("utf-8")()

    def log(self, arrow: str, data: bytes | str) -> None:
        if isinstance(data, bytes):  # a frame, or as long as there are none: a head
            text = data.strip().decode("latin-1")
            data = data[:24].hex(" ") if self.dialect else text
        for line in data.split("\r\n"):  # repr: no control character on a terminal
            logging.info("#%d %s %s", self.number, arrow, repr(line)[1:-1])

    def write(self, data: bytes) -> None:
        self.log("->", data)
        self.writer.write(data)

    async def shake_hands(self) -> None:
        head = await self.reader.readuntil(b"\r\n\r\n")  # what follows stays there
        self.log("<-", head)
        target, headers = parse_request(head[:-4].decode("latin-1"))
        dialect = find_dialect(headers)
        self.path = target.partition("?")[0]
        require(self.path in ("/", "/echo", "/clock"), 404, "try /echo or /clock")
        # Any page may connect. A server with secrets looks at Origin here (10.2).
        if dialect == "rfc6455":
            self.write(build_response(headers))
        else:  # hixie-76 has 8 bytes more, which no header announces
            key3 = await self.reader.readexactly(8 if dialect == "hixie-76" else 0)
            self.write(build_hixie_response(target, headers, key3))
        self.dialect = dialect
        self.open.add(self)

    async def read_frame(self) -> Frame:
        parse = parse_frame if self.dialect == "rfc6455" else parse_hixie_frame
        while (found := parse(self.buffer)) is None:  # a read may bring half a frame
            chunk = await within(IDLE_SECONDS, self.reader.read(65536))
            if chunk == b"":
                raise EOFError("no close")
            self.buffer += chunk
        frame, size = found
        self.log("<-", self.buffer[:size])
        self.buffer = self.buffer[size:]
        return frame

    def send(self, opcode: int, payload: bytes) -> None:
        if self.dialect == "rfc6455":
            self.write(build_frame(opcode, payload))
        else:
            self.write(b"\xff\x00" if opcode == CLOSE else b"\x00" + payload + b"\xff")

    async def talk(self) -> None:
        """Frames, until one of them is a close."""
        while True:
            frame = await self.read_frame()
            if frame.opcode == CLOSE and self.dialect != "hixie-75":
                check_close(frame.payload)
                self.send(CLOSE, frame.payload[:2])
                return
            if frame.opcode == PING:
                self.send(PONG, frame.payload)
            if frame.opcode < CLOSE:
                self.add(frame)
            # A client that sends and never reads has to wait here, and then to go.
            await within(IDLE_SECONDS, self.writer.drain())

    def add(self, frame: Frame) -> None:
        """A message is one frame, or several (section 5.4)."""
        if frame.opcode == CONTINUATION:
            require(self.opcode != CONTINUATION, 1002, "continuation of no message")
        else:
            require(self.opcode == CONTINUATION, 1002, "new message inside another")
            self.opcode = frame.opcode
        self.message += frame.payload
        require(len(self.message) <= MAX_MESSAGE, 1009, "message above the limit")
        if self.opcode == TEXT:  # two frames may share a character
            self.decoder.decode(frame.payload, final=frame.fin)
        if frame.fin:
            self.send(self.opcode, self.message)
            self.opcode = CONTINUATION
            self.message = b""

    def fail(self, code: int, reason: str) -> None:
        """Our last word: a close frame, or an HTTP answer where no frames are yet."""
        self.log("!!", f"{code} {reason}")
        if self.dialect == "rfc6455":
            self.send(CLOSE, code.to_bytes(2, "big") + reason.encode())
        if self.dialect == "":
            self.write(REFUSAL.format(code, reason).encode("latin-1"))

    async def run(self) -> None:
        try:
            await within(HANDSHAKE_SECONDS, self.shake_hands())
            await self.talk()
        except ProtocolError as error:
            self.fail(error.code, str(error))
        except UnicodeDecodeError as error:
            self.fail(1007, error.reason)
        except asyncio.LimitOverrunError:
            self.fail(431, f"a request of more than {MAX_HEAD} bytes")
        except asyncio.TimeoutError:
            self.fail(1001 if self.dialect else 408, "silent for too long")
        except asyncio.CancelledError:  # Ctrl-C
            self.fail(1001 if self.dialect else 503, "the server stops")
        except (EOFError, OSError) as error:
            self.log("!!", f"the client is gone: {error}")
        await self.end()

    async def end(self) -> None:
        """A socket closed while bytes wait in it resets the connection, and our last
        words may be lost. So: say no more, read until the client ends, then close."""
        self.open.discard(self)
        try:
            self.writer.write_eof()
            await within(CLOSE_SECONDS, self.reader.readexactly(2**20))
        except (EOFError, OSError, asyncio.TimeoutError, asyncio.CancelledError):
            self.log("--", "end")
        self.writer.transport.abort()


# ---- The clock, and the start --------------------------------------------------


async def push() -> None:
    """Push: the server speaks without being asked."""
    for second in itertools.count(1):
        await asyncio.sleep(1)
        for client in Connection.open:
            if client.writer.transport.get_write_buffer_size() > 0:
                continue  # it does not keep up
            if client.path == "/clock":
                client.send(TEXT, time.strftime("%H:%M:%S").encode())
            if second % PING_SECONDS == 0 and client.dialect == "rfc6455":
                client.send(PING, b"")


def complain(loop: asyncio.AbstractEventLoop, about: dict[str, Any]) -> None:
    """What asyncio has to say for itself, in one line."""
    logging.info("?? %s: %r", about["message"], about.get("exception"))


async def serve(host: str, port: int) -> None:
    loop = asyncio.get_running_loop()
    loop.set_exception_handler(complain)
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    listener = socket.create_server((host, port), family=family)
    # backlog=1: where no more files may be open, asyncio fails once a second. With
    # 100, it fails 100 times at once, and does little else. The true one is below.
    server = await asyncio.start_server(
        lambda *streams: Connection(*streams).run(),
        sock=listener,
        limit=MAX_HEAD,
        backlog=1,
    )
    listener.listen()
    pushing = loop.create_task(push())
    # Left to Python before 3.11, Ctrl-C would strike in the middle of any task.
    signal.signal(signal.SIGINT, lambda *_: loop.call_soon_threadsafe(pushing.cancel))
    host, port = listener.getsockname()[:2]
    logging.info("listening at ws://%s:%d/ (Ctrl-C ends)", host, port)
    try:
        await pushing
    finally:
        server.close()


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--host", default="127.0.0.1")
    parser.add_argument("--port", default=8765, type=int)
    options = parser.parse_args()
    logging.basicConfig(format="%(asctime)s %(message)s", datefmt="%X", level="INFO")
    try:
        asyncio.run(serve(options.host, options.port))
    except (KeyboardInterrupt, asyncio.CancelledError):
        logging.info("stopped")
    except (OSError, OverflowError) as error:
        raise SystemExit(f"cannot listen at {options.host}:{options.port}: {error}")


if __name__ == "__main__":
    main()
