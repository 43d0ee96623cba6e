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
import sys
import time
from asyncio import StreamReader, StreamWriter
from typing import NamedTuple

GUID = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11"  # RFC 6455 section 1.3
CONTINUATION, TEXT, BINARY, CLOSE, PING, PONG = 0x0, 0x1, 0x2, 0x8, 0x9, 0xA
SKIP = 0xF  # never sent: our name for a hixie frame that is to be read and dropped
NAMES = {0: "continuation", 1: "text", 2: "binary", 8: "close", 9: "ping", 10: "pong"}
MAX_HEAD = 16 * 1024  # bytes of a request
MAX_LINES = 100  # of a request
MAX_MESSAGE = 1024 * 1024  # bytes of a frame, and of a message
HANDSHAKE_SECONDS = 10.0  # for the whole of it, however slowly its bytes come
IDLE_SECONDS = 300.0  # silent so long: a ping (hixie has none); then as long: gone
CLOSE_SECONDS = 2.0  # for the client to end, after our last word


class ProtocolError(Exception):
    """The client broke a rule. The code is that of a close frame (section 7.4), or,
    as long as there are no frames, a status of HTTP."""

    def __init__(self, code: int, reason: str) -> None:
        super().__init__(reason)
        self.code = code


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
    if rsv != 0:
        raise ProtocolError(1002, "RSV bit set, but no extension was agreed")
    if opcode not in (CONTINUATION, TEXT, BINARY, CLOSE, PING, PONG):
        raise ProtocolError(1002, f"opcode {opcode:#x} is reserved")
    if opcode >= CLOSE and not fin:
        raise ProtocolError(1002, "control frame in fragments")

    if len(data) < 2:
        return None
    masked = bool(data[1] & 0b1000_0000)
    length = data[1] & 0b0111_1111
    if not masked:
        raise ProtocolError(1002, "frame of a client without mask")
    if opcode >= CLOSE and length > 125:
        raise ProtocolError(1002, "control frame above 125 bytes")

    start = 2  # where the key begins
    if length == 126:  # the length is in the next 2 bytes
        if len(data) < 4:
            return None
        length = int.from_bytes(data[2:4], "big")
        if length < 126:
            raise ProtocolError(1002, "length not in its shortest form")
        start = 4
    elif length == 127:  # the length is in the next 8 bytes
        if len(data) > 2 and data[2] & 0b1000_0000:
            raise ProtocolError(1002, "top bit of a 64-bit length set")
        if len(data) < 10:
            return None
        length = int.from_bytes(data[2:10], "big")
        if length < 65536:
            raise ProtocolError(1002, "length not in its shortest form")
        start = 10
    if length > limit:
        raise ProtocolError(1009, f"{length} bytes, but {limit} is the limit")

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
    if len(payload) == 1:
        raise ProtocolError(1002, "half a close code")
    if len(payload) >= 2:
        code = int.from_bytes(payload[:2], "big")
        standard = 1000 <= code <= 1003 or 1007 <= code <= 1014
        private = 3000 <= code <= 4999
        if not standard and not private:
            raise ProtocolError(1002, f"close code {code} may not be sent")
        payload[2:].decode("utf-8")


# ---- Frames of hixie-75 and hixie-76 (draft 76, section 5.3) -------------------


def parse_hixie_frame(data: bytes) -> tuple[Frame, int] | None:
    """Like parse_frame, for `00 text FF`, and for a type from 80 up with a length."""
    if len(data) < 1:
        return None
    kind = data[0]
    if kind < 0x80:  # the payload ends at FF, a byte that UTF-8 never has
        end = data.find(0xFF, 1)
        length = (len(data) if end < 0 else end) - 1
        if length > MAX_MESSAGE:
            raise ProtocolError(1009, f"more than {MAX_MESSAGE} bytes")
        if end < 0:
            return None
        text = data[1:end].decode("utf-8", "replace")
        opcode = TEXT if kind == 0x00 else SKIP
        return Frame(True, opcode, text.encode("utf-8")), end + 1
    length = 0  # in groups of 7 bits; the top bit says that more follow
    for position in range(1, len(data)):
        length = length * 128 + (data[position] & 0b0111_1111)
        if length > MAX_MESSAGE or position > 9:
            raise ProtocolError(1009, f"more than {MAX_MESSAGE} bytes")
        if data[position] < 0x80:
            end = position + 1 + length
            if len(data) < end:
                return None
            opcode = CLOSE if kind == 0xFF and length == 0 else SKIP
            return Frame(True, opcode, b""), end
    return None


def build_hixie_frame(opcode: int, payload: bytes) -> bytes:
    return b"\xff\x00" if opcode == CLOSE else b"\x00" + payload + b"\xff"


# ---- Opening handshake (section 4.2) -------------------------------------------


def parse_request(head: str) -> tuple[str, dict[str, str]]:
    """What is asked for, and the headers by their names in lower case."""
    unfolded = re.sub("\r\n[ \t]+", " ", head)  # a header may go on in the next line
    lines = unfolded.split("\r\n")
    if len(lines) > MAX_LINES:
        raise ProtocolError(431, f"more than {MAX_LINES} lines")
    request = re.fullmatch(r"GET (/[!-~]*) HTTP/1\.[1-9]", lines[0])
    if request is None:
        raise ProtocolError(400, "the first line must be: GET /... HTTP/1.1")
    headers: dict[str, str] = {}
    for line in lines[1:]:
        name, colon, value = line.partition(":")
        if not re.fullmatch(r"[\w!#$%&'*+.^`|~-]+", name, re.ASCII) or not colon:
            raise ProtocolError(400, f"not a header: {line[:40]!r}")
        if re.search(r"[^\t -~\x80-\xff]", value):
            raise ProtocolError(400, f"control character in {name}")
        name = name.lower()
        value = value.strip(" \t")
        headers[name] = f"{headers[name]}, {value}" if name in headers else value
    return request[1], headers


def tokens(value: str) -> list[str]:
    """A list in a header, such as `keep-alive, Upgrade`: that is what Firefox sends."""
    return [token.strip(" \t").lower() for token in value.split(",")]


def find_dialect(headers: dict[str, str]) -> str:
    if "websocket" not in tokens(headers.get("upgrade", "")):
        raise ProtocolError(426, "this is a WebSocket server")
    if "upgrade" not in tokens(headers.get("connection", "")):
        raise ProtocolError(400, "Connection must contain Upgrade")
    if not headers.get("host") or "," in headers["host"]:
        raise ProtocolError(400, "there must be one Host")
    if headers.get("sec-websocket-version") == "13":  # 13, not "13 or more"
        return "rfc6455"
    hixie = headers["upgrade"] == "WebSocket" and "origin" in headers
    secure = {name for name in headers if name.startswith("sec-websocket-")}
    secure.discard("sec-websocket-protocol")
    if hixie and secure == {"sec-websocket-key1", "sec-websocket-key2"}:
        return "hixie-76"
    if hixie and not secure:
        return "hixie-75"
    raise ProtocolError(426, "Sec-WebSocket-Version must be 13")


def accept_key(key: str) -> str:
    """The proof that the server knows RFC 6455. It hides nothing."""
    if not re.fullmatch("[A-Za-z0-9+/]{22}==", key):
        raise ProtocolError(400, "Sec-WebSocket-Key must be 16 bytes in base64")
    digest = hashlib.sha1((key + GUID).encode("ascii")).digest()
    return base64.b64encode(digest).decode("ascii")


def key_part(key: str) -> bytes:
    """hixie-76: the digits as one number, divided by the count of spaces."""
    digits = "".join(char for char in key if char in "0123456789")
    spaces = key.count(" ")
    if not 1 <= len(digits) <= 10 or int(digits) > 0xFFFFFFFF:
        raise ProtocolError(400, "the digits of a key make no number of 32 bits")
    if spaces == 0 or int(digits) % spaces != 0:
        raise ProtocolError(400, "the digits of a key are no multiple of its spaces")
    part = int(digits) // spaces
    return part.to_bytes(4, "big")


def challenge_answer(key1: str, key2: str, key3: bytes) -> bytes:
    return hashlib.md5(key_part(key1) + key_part(key2) + key3).digest()


def build_head(*lines: str) -> bytes:
    return "\r\n".join([*lines, "", ""]).encode("latin-1")


def build_response(target: str, headers: dict[str, str], key3: bytes) -> bytes:
    dialect = find_dialect(headers)
    if dialect == "rfc6455":
        return build_head(
            "HTTP/1.1 101 Switching Protocols",
            "Upgrade: websocket",
            "Connection: Upgrade",
            "Sec-WebSocket-Accept: " + accept_key(headers.get("sec-websocket-key", "")),
        )
    old = dialect == "hixie-75"
    prefix = "" if old else "Sec-"
    head = build_head(  # hixie-75 compares the first three lines letter by letter
        f"HTTP/1.1 101 {'Web Socket' if old else 'WebSocket'} Protocol Handshake",
        "Upgrade: WebSocket",
        "Connection: Upgrade",
        f"{prefix}WebSocket-Origin: {headers['origin']}",
        f"{prefix}WebSocket-Location: ws://{headers['host']}{target}",
    )
    if old:
        return head
    key1 = headers["sec-websocket-key1"]
    key2 = headers["sec-websocket-key2"]
    return head + challenge_answer(key1, key2, key3)


# ---- One connection ------------------------------------------------------------


class Connection:
    """Tasks of asyncio, not threads: each costs a few kilobytes, so thousands may be
    open; and they take turns only at an `await`, so nothing needs a lock."""

    numbers = itertools.count(1)
    clock_clients: set[Connection] = set()
    allowed: dict[str, list[str] | None] = {}  # Hosts and Origins; None: all of them

    def __init__(self, reader: StreamReader, writer: StreamWriter) -> None:
        self.reader = reader
        self.writer = writer
        self.number = next(self.numbers)
        self.dialect = ""
        self.buffer = b""  # what has come and is not yet read
        self.opcode = CONTINUATION  # of the message that is coming in, if one is
        self.message = b""
        self.decoder = codecs.getincrementaldecoder("utf-8")()

    def log(self, text: str) -> None:  # repr: no control character reaches a terminal
        logging.info("#%d %s", self.number, repr(text)[1:-1])

    def show_head(self, arrow: str, message: bytes) -> None:
        """Into the log: a request or a response, and the bytes behind its head."""
        head, _, rest = message.partition(b"\r\n\r\n")
        for line in head.decode("latin-1").split("\r\n"):
            self.log(f"{arrow} {line}")
        if rest:
            self.log(f"{arrow} {rest.hex(' ')}")

    def show(self, arrow: str, wire: bytes, opcode: int, payload: bytes) -> None:
        """Into the log: the bytes of a frame, and what they mean."""
        meaning = NAMES.get(opcode, "skipped")
        if opcode == CLOSE and len(payload) >= 2:
            meaning = f"close {int.from_bytes(payload[:2], 'big')}"
            payload = payload[2:]
        text = payload[:40].decode("utf-8", "replace")
        dots = " ..." if len(wire) > 24 else ""
        self.log(f"{arrow} {wire[:24].hex(' ')}{dots}  {meaning} “{text}”")

    async def shake_hands(self) -> None:
        head = await self.reader.readuntil(b"\r\n\r\n")  # what follows stays there
        target, headers = parse_request(head[:-4].decode("latin-1"))
        self.show_head("<-", head)
        dialect = find_dialect(headers)
        path = target.split("?")[0]
        if path not in ("/", "/echo", "/clock"):
            raise ProtocolError(404, "there are / and /echo and /clock")
        for name, values in self.allowed.items():  # Host and Origin (section 10.2)
            if values and name in headers and headers[name].lower() not in values:
                raise ProtocolError(403, f"{name} {headers[name]!r} is not welcome")
        key3 = b""
        if dialect == "hixie-76":  # 8 bytes more, which no header announces
            key3 = await self.reader.readexactly(8)
            self.log(f"<- {key3.hex(' ')}")
        response = build_response(target, headers, key3)
        self.show_head("->", response)
        self.writer.write(response)
        self.dialect = dialect
        if path == "/clock":
            self.clock_clients.add(self)

    async def read_frame(self) -> Frame:
        parse = parse_frame if self.dialect == "rfc6455" else parse_hixie_frame
        pinged = self.dialect != "rfc6455"
        found = parse(self.buffer)
        while found is None:  # one read may bring half a frame, or ten
            try:
                chunk = await asyncio.wait_for(self.reader.read(65536), IDLE_SECONDS)
            except asyncio.TimeoutError:
                if pinged:
                    raise
                pinged = True
                self.send(PING, b"still there?")
                continue
            if chunk == b"":
                raise EOFError
            self.buffer += chunk
            found = parse(self.buffer)
        frame, size = found
        self.show("<-", self.buffer[:size], frame.opcode, frame.payload)
        self.buffer = self.buffer[size:]
        return frame

    def send(self, opcode: int, payload: bytes) -> None:
        build = build_frame if self.dialect == "rfc6455" else build_hixie_frame
        wire = build(opcode, payload)
        self.show("->", wire, opcode, payload)
        self.writer.write(wire)

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
            if frame.opcode in (CONTINUATION, TEXT, BINARY):
                self.add(frame)
            # A client that sends and never reads has to wait here, and then to go.
            await asyncio.wait_for(self.writer.drain(), IDLE_SECONDS)

    def add(self, frame: Frame) -> None:
        """A message is one frame, or several (section 5.4)."""
        if frame.opcode == CONTINUATION and self.opcode == CONTINUATION:
            raise ProtocolError(1002, "continuation of no message")
        if frame.opcode != CONTINUATION and self.opcode != CONTINUATION:
            raise ProtocolError(1002, "new message inside another")
        self.opcode = self.opcode or frame.opcode
        self.message += frame.payload
        if len(self.message) > MAX_MESSAGE:
            raise ProtocolError(1009, f"message of more than {MAX_MESSAGE} bytes")
        if self.opcode == TEXT:  # two frames may share a character
            self.decoder.decode(frame.payload, final=frame.fin)
        if frame.fin:
            self.send(self.opcode, self.message)
            self.opcode = CONTINUATION
            self.message = b""

    def fail(self, code: int, reason: str) -> None:
        """Our last word: a close frame, or an HTTP answer where no frames are yet."""
        self.log(f"!! {code} {reason}")
        if self.dialect == "rfc6455":
            self.send(CLOSE, code.to_bytes(2, "big") + reason.encode())
        if self.dialect == "":
            head = build_head(
                f"HTTP/1.1 {code} {reason}",
                "Connection: Upgrade, close",
                "Upgrade: websocket",
                "Sec-WebSocket-Version: 13",
            )
            self.writer.write(head)

    async def run(self) -> None:
        try:
            await asyncio.wait_for(self.shake_hands(), HANDSHAKE_SECONDS)
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
        except EOFError:
            self.log("!! the client left without a close")
        except OSError as error:
            self.log(f"!! {error}")
        await self.end()

    async def end(self) -> None:
        """A socket closed while bytes wait in it resets the connection, and our last
        words may be lost. So: say no more, read until the client ends, then close."""
        self.clock_clients.discard(self)
        try:
            self.writer.write_eof()
            await asyncio.wait_for(self.drop_rest(), CLOSE_SECONDS)
        except (OSError, asyncio.TimeoutError, asyncio.CancelledError):
            pass
        self.writer.transport.abort()
        self.log("end")

    async def drop_rest(self) -> None:
        while await self.reader.read(65536) != b"":
            pass


# ---- The clock, and the start --------------------------------------------------


async def push_time() -> None:
    """Push: the server speaks without being asked."""
    while True:
        await asyncio.sleep(1)
        for client in Connection.clock_clients:
            if client.writer.transport.get_write_buffer_size() == 0:
                client.send(TEXT, time.strftime("%H:%M:%S").encode())


async def serve(host: str, port: int) -> None:
    stop = asyncio.Event()
    loop = asyncio.get_running_loop()
    signal.signal(signal.SIGINT, lambda *_: loop.call_soon_threadsafe(stop.set))

    def surprise(_: object, context: dict[str, object]) -> None:
        """For example: no sockets are left. The server goes on."""
        logging.error("?? %s: %r", context["message"], context.get("exception"))

    loop.set_exception_handler(surprise)
    tasks: set[asyncio.Task[None]] = set()

    def welcome(reader: StreamReader, writer: StreamWriter) -> None:
        task = loop.create_task(Connection(reader, writer).run())
        tasks.add(task)
        task.add_done_callback(tasks.discard)

    server = await asyncio.start_server(welcome, host, port, limit=MAX_HEAD)
    host, port = server.sockets[0].getsockname()[:2]
    host = f"[{host}]" if ":" in host else host
    logging.info("listening at ws://%s:%d/ (Ctrl-C ends)", host, port)
    clock = loop.create_task(push_time())
    await stop.wait()
    clock.cancel()
    server.close()
    while tasks:  # more than once: wait_for may lose a cancellation
        for task in tasks:
            task.cancel()
        await asyncio.wait(set(tasks), timeout=CLOSE_SECONDS)
    logging.info("stopped")


def main() -> None:
    parser = argparse.ArgumentParser(description="A WebSocket server to be read.")
    parser.add_argument("--host", default="127.0.0.1", help="address to listen at")
    parser.add_argument("--port", default=8765, type=int)
    parser.add_argument("--allow-host", nargs="+", type=str.lower, metavar="HOST:PORT")
    parser.add_argument("--allow-origin", nargs="+", type=str.lower, metavar="ORIGIN")
    options = parser.parse_args()
    Connection.allowed = {"host": options.allow_host, "origin": options.allow_origin}
    logging.basicConfig(format="%(asctime)s %(message)s", datefmt="%X", level="INFO")
    try:
        asyncio.run(serve(options.host, options.port))
    except (OSError, OverflowError) as error:
        sys.exit(f"cannot listen at {options.host}:{options.port}: {error}")


if __name__ == "__main__":
    main()
