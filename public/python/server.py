"""A WebSocket server in one file, to be read. Python 3.9 or newer, nothing else.

    python3 server.py            then open ws://127.0.0.1:8765/ or /clock

It speaks RFC 6455 and its ancestors hixie-76 and hixie-75. What it gets, it sends
back; who opens /clock is also told the time, every second, without having asked.
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
import sys
import time
from http import HTTPStatus
from typing import NamedTuple

GUID = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11"  # RFC 6455 section 1.3
CONTINUATION, TEXT, BINARY, CLOSE, PING, PONG = 0x0, 0x1, 0x2, 0x8, 0x9, 0xA
DISCARD = -1  # not an opcode: a hixie frame that is read and dropped
NAMES = {TEXT: "text", BINARY: "binary", CLOSE: "close", PING: "ping", PONG: "pong"}
MAX_HEAD = 8 * 1024  # bytes of a request
MAX_MESSAGE = 1024 * 1024  # bytes of a frame, and of a message
HANDSHAKE_SECONDS = 10.0
IDLE_SECONDS = 60.0  # silent so long: ping; silent so long again: gone
CLOSE_SECONDS = 2.0
log = logging.getLogger("server")


class ProtocolError(Exception):
    """The client broke a rule. The close frame tells it which (section 7.4)."""

    def __init__(self, code: int, reason: str) -> None:
        super().__init__(reason)
        self.code = code


class Refusal(Exception):
    """No WebSocket for this request. The answer is ordinary HTTP."""

    def __init__(self, status: int, reason: str) -> None:
        super().__init__(reason)
        self.status = status


# ---- Frames of RFC 6455 (section 5.2) ------------------------------------------


class Frame(NamedTuple):
    fin: bool
    opcode: int
    payload: bytes  # unmasked


def parse_frame(
    data: bytes | bytearray, limit: int = MAX_MESSAGE
) -> tuple[Frame, int] | None:
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
    """A whole message in one frame. What a server sends is never masked."""
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
        sendable = 1000 <= code <= 1014 and code not in (1004, 1005, 1006)
        if not sendable and not 3000 <= code <= 4999:
            raise ProtocolError(1002, f"close code {code} may not be sent")
        payload[2:].decode("utf-8")


# ---- Frames of hixie-75 and hixie-76 (section 4.2 there) -----------------------


def parse_hixie_frame(
    data: bytes | bytearray, limit: int = MAX_MESSAGE
) -> tuple[Frame, int] | None:
    """Like parse_frame: 00 text FF, or a type from 80 up and a length."""
    if len(data) < 1:
        return None
    kind = data[0]
    if kind < 0x80:
        end = data.find(0xFF, 1)  # UTF-8 never has this byte
        if (end if end >= 0 else len(data)) - 1 > limit:
            raise ProtocolError(1009, f"more than {limit} bytes")
        if end < 0:
            return None
        text = data[1:end].decode("utf-8", "replace")
        opcode = TEXT if kind == 0x00 else DISCARD
        return Frame(True, opcode, text.encode("utf-8")), end + 1
    length = 0
    for position in range(1, len(data)):
        length = length * 128 + (data[position] & 0x7F)
        if length > limit or position > 9:
            raise ProtocolError(1009, f"more than {limit} bytes")
        if data[position] < 0x80:  # the last byte of the length
            end = position + 1 + length
            if len(data) < end:
                return None
            opcode = CLOSE if kind == 0xFF and length == 0 else DISCARD
            return Frame(True, opcode, b""), end
    return None


def build_hixie_frame(opcode: int, payload: bytes) -> bytes:
    return b"\xff\x00" if opcode == CLOSE else b"\x00" + payload + b"\xff"


# ---- Opening handshake (section 4.2) -------------------------------------------


class Request(NamedTuple):
    target: str
    headers: dict[str, str]  # names in lower case


def parse_request(head: str) -> Request:
    """Request line and headers, up to the blank line."""
    lines = head.split("\r\n")
    if any(char < " " and char != "\t" for line in lines for char in line):
        raise Refusal(400, "control character in the request")
    match = re.fullmatch(r"GET (/[!-~]*) HTTP/1\.[1-9]", lines[0])
    if match is None:
        raise Refusal(400, "the first line must be: GET /... HTTP/1.1")
    headers: dict[str, str] = {}
    name = ""
    for line in lines[1:]:
        if line[:1] in (" ", "\t") and name:  # goes on with the line above
            headers[name] += " " + line.strip(" \t")
            continue
        name, colon, value = line.partition(":")
        name = name.lower()
        if not re.fullmatch(r"[!#$%&'*+.^_`|~0-9a-z-]+", name) or not colon:
            raise Refusal(400, f"not a header: {line[:40]!r}")
        value = value.strip(" \t")
        headers[name] = f"{headers[name]}, {value}" if name in headers else value
    return Request(match[1], headers)


def tokens(headers: dict[str, str], name: str) -> list[str]:
    """Firefox sends `Connection: keep-alive, Upgrade`: a list, in any case."""
    return [token.strip(" \t").lower() for token in headers.get(name, "").split(",")]


def find_dialect(headers: dict[str, str]) -> str:
    if "websocket" not in tokens(headers, "upgrade"):
        raise Refusal(426, "this is a WebSocket server")
    if "upgrade" not in tokens(headers, "connection"):
        raise Refusal(400, "Connection does not contain Upgrade")
    if not headers.get("host") or "," in headers["host"]:
        raise Refusal(400, "there must be one Host")
    if "sec-websocket-key1" in headers and "sec-websocket-key2" in headers:
        dialect = "hixie-76"
    elif not any(name.startswith("sec-websocket-") for name in headers):
        dialect = "hixie-75"
    elif headers.get("sec-websocket-version") == "13":  # not "13 or more"
        return "rfc6455"
    else:
        raise Refusal(426, "Sec-WebSocket-Version must be 13")
    if headers["upgrade"] != "WebSocket" or not headers.get("origin"):
        raise Refusal(400, f"{dialect} needs Upgrade: WebSocket and an Origin")
    return dialect


def accept_key(key: str) -> str:
    """The proof that a server knows RFC 6455. It hides nothing."""
    if not re.fullmatch(r"[A-Za-z0-9+/]{22}==", key):
        raise Refusal(400, "Sec-WebSocket-Key must be 16 bytes in base64")
    digest = hashlib.sha1((key + GUID).encode("ascii")).digest()
    return base64.b64encode(digest).decode("ascii")


def key_part(key: str) -> bytes:
    """hixie-76: the digits as one number, divided by the count of spaces."""
    digits = "".join(char for char in key if char in "0123456789")
    spaces = key.count(" ")
    if not 1 <= len(digits) <= 10 or int(digits) > 0xFFFFFFFF:
        raise Refusal(400, "the digits of a key make no number of 32 bits")
    if spaces == 0 or int(digits) % spaces != 0:
        raise Refusal(400, "the digits of a key are no multiple of its spaces")
    part = int(digits) // spaces
    return part.to_bytes(4, "big")


def challenge_answer(key1: str, key2: str, key3: bytes) -> bytes:
    return hashlib.md5(key_part(key1) + key_part(key2) + key3).digest()


def build_response(dialect: str, request: Request, key3: bytes) -> bytes:
    headers = request.headers
    if dialect == "rfc6455":
        lines = [
            "HTTP/1.1 101 Switching Protocols",
            "Upgrade: websocket",
            "Connection: Upgrade",
            "Sec-WebSocket-Accept: " + accept_key(headers.get("sec-websocket-key", "")),
        ]
        return "\r\n".join([*lines, "", ""]).encode("latin-1")
    # The old clients compare the first three lines letter by letter.
    old = dialect == "hixie-75"
    prefix = "" if old else "Sec-"
    lines = [
        f"HTTP/1.1 101 {'Web Socket' if old else 'WebSocket'} Protocol Handshake",
        "Upgrade: WebSocket",
        "Connection: Upgrade",
        f"{prefix}WebSocket-Origin: {headers['origin']}",
        f"{prefix}WebSocket-Location: ws://{headers['host']}{request.target}",
    ]
    response = "\r\n".join([*lines, "", ""]).encode("latin-1")
    if old:
        return response
    key1 = headers["sec-websocket-key1"]
    key2 = headers["sec-websocket-key2"]
    return response + challenge_answer(key1, key2, key3)


# ---- One connection ------------------------------------------------------------


class Connection:
    """asyncio, not threads: a connection costs a few kilobytes, so thousands may be
    open; between two `await` nobody else runs, so nothing needs a lock."""

    numbers = itertools.count(1)
    clock_clients: set[Connection] = set()
    origins: list[str] = []  # empty: all are welcome
    hosts: list[str] = []

    def __init__(
        self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter
    ) -> None:
        self.reader = reader
        self.writer = writer
        self.number = next(self.numbers)
        self.dialect = ""
        self.buffer = bytearray()  # what came and is not yet read
        self.opcode = CONTINUATION  # of the message that is coming in; 0: none
        self.message = bytearray()
        self.decoder = codecs.getincrementaldecoder("utf-8")()

    def log(self, text: str) -> None:
        log.info("#%d %s", self.number, text)

    async def read_more(self, seconds: float) -> None:
        """One read may bring half a frame, or ten: the buffer keeps what is left."""
        chunk = await asyncio.wait_for(self.reader.read(65536), seconds)
        if not chunk:
            raise EOFError("the client left without a close")
        self.buffer += chunk

    async def open(self) -> None:
        while b"\r\n\r\n" not in self.buffer:
            if len(self.buffer) > MAX_HEAD:
                raise Refusal(431, f"a request of more than {MAX_HEAD} bytes")
            await self.read_more(HANDSHAKE_SECONDS)
        size = self.buffer.index(b"\r\n\r\n")
        request = parse_request(self.buffer[:size].decode("latin-1"))
        del self.buffer[: size + 4]  # the bytes after the blank line stay
        self.dialect = find_dialect(request.headers)
        path = request.target.split("?")[0]
        self.log(f"{self.dialect} handshake for {request.target}")
        if path not in ("/", "/echo", "/clock"):
            raise Refusal(404, "there are / and /echo and /clock")
        host = request.headers["host"].lower()
        origin = request.headers.get("origin", "").lower()
        if self.hosts and host not in self.hosts:
            raise Refusal(403, f"Host {host!r} is not served here")
        if self.origins and origin and origin not in self.origins:
            raise Refusal(403, f"pages of {origin!r} may not connect")
        key3 = b""
        if self.dialect == "hixie-76":  # 8 bytes that no header announces
            while len(self.buffer) < 8:
                await self.read_more(HANDSHAKE_SECONDS)
            key3 = bytes(self.buffer[:8])
            del self.buffer[:8]
        self.writer.write(build_response(self.dialect, request, key3))
        if path == "/clock":
            self.clock_clients.add(self)

    async def read_frame(self) -> Frame:
        parse = parse_frame if self.dialect == "rfc6455" else parse_hixie_frame
        pinged = False
        while True:
            found = parse(self.buffer)
            if found is not None:
                frame, size = found
                del self.buffer[:size]
                return frame
            try:
                await self.read_more(IDLE_SECONDS)
            except asyncio.TimeoutError:
                if pinged or self.dialect != "rfc6455":
                    raise
                pinged = True
                self.send(PING, b"still there?")

    def send(self, opcode: int, payload: bytes) -> None:
        build = build_frame if self.dialect == "rfc6455" else build_hixie_frame
        if not self.writer.is_closing():
            self.writer.write(build(opcode, payload))
            self.log(f"-> {NAMES[opcode]}, {len(payload)} bytes: {payload[:60]!r}")

    async def talk(self) -> None:
        """Reads frames until one of them is a close."""
        while True:
            frame = await self.read_frame()
            opcode, payload = frame.opcode, frame.payload
            name = NAMES.get(opcode, "frame")
            self.log(f"<- {name}, {len(payload)} bytes: {payload[:60]!r}")
            if opcode == CLOSE and self.dialect != "hixie-75":
                check_close(payload)
                self.send(CLOSE, payload[:2])
                return
            if opcode == PING:
                self.send(PONG, payload)
            elif opcode in (CONTINUATION, TEXT, BINARY):
                self.take(frame)
            # Whoever sends and never reads what comes back has to wait here.
            await asyncio.wait_for(self.writer.drain(), HANDSHAKE_SECONDS)

    def take(self, frame: Frame) -> None:
        """A message is one frame, or several (section 5.4)."""
        if frame.opcode == CONTINUATION and self.opcode == CONTINUATION:
            raise ProtocolError(1002, "continuation of no message")
        if frame.opcode != CONTINUATION and self.opcode != CONTINUATION:
            raise ProtocolError(1002, "new message inside another")
        self.opcode = self.opcode or frame.opcode
        self.message += frame.payload
        if len(self.message) > MAX_MESSAGE:
            raise ProtocolError(1009, f"message above {MAX_MESSAGE} bytes")
        if self.opcode == TEXT:  # a letter may be cut by a border of frames
            self.decoder.decode(frame.payload, final=frame.fin)
        if frame.fin:
            self.send(self.opcode, bytes(self.message))
            self.opcode = CONTINUATION
            self.message.clear()

    def fail(self, code: int, reason: str) -> None:
        self.log(f"!! {code}: {reason}")
        if self.dialect == "rfc6455":
            self.send(CLOSE, code.to_bytes(2, "big") + reason.encode("utf-8")[:123])

    def refuse(self, status: int, reason: str) -> None:
        self.log(f"!! {status}: {reason}")
        lines = [
            f"HTTP/1.1 {status} {HTTPStatus(status).phrase}",
            "Upgrade: websocket",
            "Connection: Upgrade, close",
            "Sec-WebSocket-Version: 13",
            "Content-Type: text/plain; charset=utf-8",
        ]
        self.writer.write("\r\n".join([*lines, "", reason, ""]).encode("utf-8"))

    async def run(self) -> None:
        try:
            await asyncio.wait_for(self.open(), HANDSHAKE_SECONDS)
            await self.talk()
        except Refusal as refusal:
            self.refuse(refusal.status, str(refusal))
        except ProtocolError as error:
            self.fail(error.code, str(error))
        except UnicodeDecodeError:
            self.fail(1007, "not UTF-8")
        except asyncio.TimeoutError:
            if self.dialect:
                self.fail(1001, "silent for too long")
            else:
                self.refuse(408, "the request is too slow")
        except asyncio.CancelledError:
            self.fail(1001, "the server stops")
            self.writer.close()
            raise
        except (EOFError, OSError) as error:
            self.log(f"!! {error}")
        finally:
            self.clock_clients.discard(self)
            await self.end()

    async def end(self) -> None:
        """A socket that is closed while bytes wait to be read is reset, and our last
        words are lost. So: no more from us, read what comes, then close."""
        try:
            if not self.writer.is_closing():
                self.writer.write_eof()
                await asyncio.wait_for(self.drop_rest(), CLOSE_SECONDS)
        except (OSError, asyncio.TimeoutError):
            pass
        finally:
            self.writer.transport.abort()
            self.log("end")

    async def drop_rest(self) -> None:
        while await self.reader.read(65536):
            pass


# ---- The clock, and the start --------------------------------------------------


async def serve(host: str, port: int) -> None:
    server = await asyncio.start_server(
        lambda reader, writer: Connection(reader, writer).run(), host, port
    )
    host, port = server.sockets[0].getsockname()[:2]
    log.info("listening at ws://%s:%d/ (Ctrl-C ends)", host, port)
    while True:  # push: the server speaks first
        await asyncio.sleep(1)
        now = time.strftime("%H:%M:%S").encode("ascii")
        for client in list(Connection.clock_clients):
            if client.writer.transport.get_write_buffer_size() == 0:
                client.send(TEXT, now)


def main() -> None:
    parser = argparse.ArgumentParser(description="A WebSocket server to be read.")
    parser.add_argument("--host", default="127.0.0.1", help="address to listen at")
    parser.add_argument("--port", type=int, default=8765)
    parser.add_argument("--origin", action="append", help="let in only its pages")
    parser.add_argument("--served", action="append", help="answer to this Host only")
    options = parser.parse_args()
    Connection.origins = [origin.lower() for origin in options.origin or []]
    Connection.hosts = [name.lower() for name in options.served or []]
    logging.basicConfig(format="%(asctime)s %(message)s", level=logging.INFO)
    try:
        asyncio.run(serve(options.host, options.port))
    except KeyboardInterrupt:
        log.info("stopped")
    except OSError as error:
        sys.exit(f"cannot listen at {options.host}:{options.port}: {error}")


if __name__ == "__main__":
    main()
