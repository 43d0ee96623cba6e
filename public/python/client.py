"""A WebSocket client in one file, to be read. Python 3.9 or newer, nothing else.

    python3 client.py                                 what you type is sent
    python3 client.py ws://127.0.0.1:8765/ Hello 你好  two messages, then it closes
    python3 client.py ws://127.0.0.1:8765/clock --listen 3
    python3 client.py --dialect hixie-76 ws://127.0.0.1:8765/ Hello

It prints the bytes that it sends (->) and gets (<-), and what they mean.
"""

from __future__ import annotations

import argparse
import base64
import codecs
import hashlib
import io
import os
import re
import secrets
import socket
import ssl
import sys
import threading
import time
from typing import NamedTuple
from urllib.parse import SplitResult, urlsplit

GUID = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11"  # RFC 6455 section 1.3
CONTINUATION, TEXT, BINARY, CLOSE, PING, PONG = 0x0, 0x1, 0x2, 0x8, 0x9, 0xA
SKIP = 0xF  # never sent: our name for a hixie frame that is to be read and dropped
NAMES = {0: "continuation", 1: "text", 2: "binary", 8: "close", 9: "ping", 10: "pong"}
NOISE = [chr(code) for code in (*range(0x21, 0x30), *range(0x3A, 0x7F))]
MAX_HEAD = 16 * 1024  # bytes of a response
MAX_MESSAGE = 1024 * 1024  # bytes of a frame, and of a message
CONNECT_SECONDS = 10.0
CLOSE_SECONDS = 5.0


class ProtocolError(Exception):
    """The server broke a rule. The code goes into a close frame (section 7.4)."""

    def __init__(self, code: int, reason: str) -> None:
        super().__init__(reason)
        self.code = code


def require(kept: object, code: int, reason: str) -> None:
    if not kept:
        raise ProtocolError(code, reason)


class Frame(NamedTuple):
    fin: bool
    opcode: int
    payload: bytes
    wire: bytes  # all of its bytes, as they came


def say(arrow: str, text: str) -> None:
    """One write a line, for two threads; repr keeps control characters off it."""
    sys.stdout.write(f"{arrow} {repr(text)[1:-1]}\n")
    sys.stdout.flush()


def show_head(arrow: str, message: bytes) -> None:
    """A request or a response, and the bytes behind its head."""
    head, _, rest = message.partition(b"\r\n\r\n")
    for line in head.decode("latin-1").split("\r\n"):
        say(arrow, line)
    if rest:
        say(arrow, rest.hex(" "))


def show(arrow: str, wire: bytes, opcode: int, payload: bytes) -> None:
    """A frame as it travels, and what it means."""
    meaning = NAMES.get(opcode, "skipped")
    if opcode == CLOSE and len(payload) >= 2:
        meaning = f"close {int.from_bytes(payload[:2], 'big')}"
        payload = payload[2:]
    text = payload[:40].decode("utf-8", "replace")
    dots = " ..." if len(wire) > 24 else ""
    say(arrow, f"{wire[:24].hex(' ')}{dots}  {meaning} “{text}”")


def check_close(payload: bytes) -> None:
    """A close frame holds nothing, or a code and a reason (section 5.5.1)."""
    code = int.from_bytes(payload[:2], "big")
    allowed = 1000 <= code <= 1003 or 1007 <= code <= 1014 or 3000 <= code <= 4999
    require(allowed or payload == b"", 1002, f"{code} is no close code to be sent")
    payload[2:].decode("utf-8")


# ---- Opening handshake (section 4.1) -------------------------------------------


def accept_key(key: str) -> bytes:
    return base64.b64encode(hashlib.sha1((key + GUID).encode("ascii")).digest())


def make_hixie_key() -> tuple[str, bytes]:
    """A key of hixie-76, and the 4 bytes that the server has to find in it."""
    spaces = 1 + secrets.randbelow(12)
    part = secrets.randbelow(0xFFFFFFFF // spaces + 1)
    key = str(part * spaces)
    for _ in range(1 + secrets.randbelow(12)):
        position = secrets.randbelow(len(key) + 1)
        key = key[:position] + secrets.choice(NOISE) + key[position:]
    for _ in range(spaces):
        position = 1 + secrets.randbelow(len(key) - 1)  # never first or last
        key = key[:position] + " " + key[position:]
    return key, part.to_bytes(4, "big")


def build_request(url: SplitResult, dialect: str, origin: str) -> tuple[bytes, bytes]:
    """The request, and the proof that a server has to give: Accept, or the MD5."""
    target = (url.path or "/") + (f"?{url.query}" if url.query else "")
    lines = [f"GET {target} HTTP/1.1"]
    if dialect == "rfc6455":
        key = base64.b64encode(secrets.token_bytes(16)).decode("ascii")
        lines += [f"Host: {url.netloc}", "Upgrade: websocket", "Connection: Upgrade"]
        lines += [f"Sec-WebSocket-Key: {key}", "Sec-WebSocket-Version: 13"]
        lines += [f"Origin: {origin}"] if origin else []
        return "\r\n".join([*lines, "", ""]).encode(), accept_key(key)
    lines += ["Upgrade: WebSocket", "Connection: Upgrade", f"Host: {url.netloc}"]
    lines += [f"Origin: {origin or 'http://' + url.netloc}"]
    if dialect == "hixie-75":
        return "\r\n".join([*lines, "", ""]).encode(), b""
    key1, part1 = make_hixie_key()
    key2, part2 = make_hixie_key()
    key3 = secrets.token_bytes(8)
    lines += [f"Sec-WebSocket-Key1: {key1}", f"Sec-WebSocket-Key2: {key2}"]
    request = "\r\n".join([*lines, "", ""]).encode() + key3
    return request, hashlib.md5(part1 + part2 + key3).digest()


# ---- One connection ------------------------------------------------------------


class Connection:
    """One thread reads, another sends; the lock keeps their bytes apart."""

    def __init__(self, url: SplitResult, dialect: str) -> None:
        if url.scheme not in ("ws", "wss") or not url.hostname:
            raise ValueError("the address must be ws://host:port/path, or wss://...")
        port = url.port or (443 if url.scheme == "wss" else 80)
        self.socket = socket.create_connection((url.hostname, port), CONNECT_SECONDS)
        if url.scheme == "wss":
            context = ssl.create_default_context()
            self.socket = context.wrap_socket(self.socket, server_hostname=url.hostname)
        self.stream = self.socket.makefile("rb")
        self.url, self.dialect = url, dialect
        self.lock = threading.Lock()
        self.closing = False  # we have sent our close

    def read(self, size: int) -> bytes:
        """Exactly so many bytes, in however many pieces they come."""
        data = self.stream.read(size)
        if len(data) < size:
            raise EOFError
        return data

    def shake_hands(self, origin: str) -> None:
        request, proof = build_request(self.url, self.dialect, origin)
        show_head("->", request)
        self.socket.sendall(request)
        head = b""
        while not head.endswith(b"\r\n\r\n"):
            require(len(head) < MAX_HEAD, 1002, f"a response above {MAX_HEAD} bytes")
            head += self.read(1)
        show_head("<-", head)
        unfolded = re.sub("\r\n[ \t]+", " ", head[:-4].decode("latin-1"))
        first, *lines = unfolded.split("\r\n")
        headers: dict[str, str] = {}
        for line in lines:
            name, _, value = line.partition(":")
            name, value = name.lower(), value.strip(" \t")
            headers[name] = f"{headers[name]}, {value}" if name in headers else value
        opened = re.match(r"HTTP/1\.1 101(?: |$)", first)
        require(opened, 1002, "the server does not open a WebSocket")
        upgrade = headers.get("upgrade", "").lower()
        require(upgrade == "websocket", 1002, "no Upgrade: websocket")
        connection = re.split("[ \t]*,[ \t]*", headers.get("connection", "").lower())
        require("upgrade" in connection, 1002, "no Connection: Upgrade")
        if self.dialect == "hixie-76":
            answer = self.read(16)
            say("<-", answer.hex(" "))
        else:
            answer = headers.get("sec-websocket-accept", "").encode("latin-1")
        require(answer == proof, 1002, f"wrong proof: {answer!r}, expected {proof!r}")
        for name in ("sec-websocket-extensions", "sec-websocket-protocol"):
            require(name not in headers, 1002, f"{name} was not asked for")

    def send(self, opcode: int, payload: bytes) -> None:
        with self.lock:
            if self.closing:
                return
            self.closing = opcode == CLOSE
            wire = self.build_frame(opcode, payload)
            show("->", wire, opcode, payload)
            self.socket.sendall(wire)

    def build_frame(self, opcode: int, payload: bytes) -> bytes:
        if self.dialect != "rfc6455":
            return b"\xff\x00" if opcode == CLOSE else b"\x00" + payload + b"\xff"
        length = len(payload)
        if length < 126:
            header = bytes([0x80 | opcode, 0x80 | length])
        elif length < 65536:
            header = bytes([0x80 | opcode, 0x80 | 126]) + length.to_bytes(2, "big")
        else:
            header = bytes([0x80 | opcode, 0x80 | 127]) + length.to_bytes(8, "big")
        key = secrets.token_bytes(4)  # a fresh one for every frame
        masked = bytes(byte ^ key[i % 4] for i, byte in enumerate(payload))
        return header + key + masked

    def read_frame(self) -> Frame:
        header = self.read(2)
        fin = bool(header[0] & 0b1000_0000)
        rsv = header[0] & 0b0111_0000
        opcode = header[0] & 0b0000_1111
        masked = bool(header[1] & 0b1000_0000)
        length = header[1] & 0b0111_1111
        require(rsv == 0, 1002, "RSV bit set, but no extension was agreed")
        require(opcode in NAMES, 1002, f"opcode {opcode:#x} is reserved")
        require(not masked, 1002, "frame of a server with a mask")
        require(opcode < CLOSE or fin, 1002, "control frame in fragments")
        require(opcode < CLOSE or length <= 125, 1002, "control frame above 125 bytes")
        if length >= 126:
            more = self.read(2 if length == 126 else 8)
            shortest = 126 if length == 126 else 65536
            header += more
            length = int.from_bytes(more, "big")
            require(length >= shortest, 1002, "length not in its shortest form")
            require(length < 1 << 63, 1002, "top bit of a length set")
        require(length <= MAX_MESSAGE, 1009, f"more than {MAX_MESSAGE} bytes")
        payload = self.read(length)
        return Frame(fin, opcode, payload, header + payload)

    def read_hixie_frame(self) -> Frame:
        wire = bytearray(self.read(1))
        kind = wire[0]
        if kind < 0x80:  # the payload ends at FF, a byte that UTF-8 never has
            while wire[-1] != 0xFF:
                require(len(wire) <= MAX_MESSAGE, 1009, "text above the limit")
                wire += self.read(1)
            text = wire[1:-1].decode("utf-8", "replace").encode()
            return Frame(True, TEXT if kind == 0x00 else SKIP, text, bytes(wire))
        length = 0  # in groups of 7 bits; the top bit says that more follow
        while len(wire) == 1 or wire[-1] >= 0x80:
            wire += self.read(1)
            length = length * 128 + (wire[-1] & 0b0111_1111)
            known = length <= MAX_MESSAGE and len(wire) <= 10
            require(known, 1009, f"more than {MAX_MESSAGE} bytes")
        wire += self.read(length)
        closing = kind == 0xFF and length == 0 and self.dialect == "hixie-76"
        return Frame(True, CLOSE if closing else SKIP, b"", bytes(wire))

    def listen(self) -> None:
        """Reads frames until one of them is a close."""
        rfc6455 = self.dialect == "rfc6455"
        read_frame = self.read_frame if rfc6455 else self.read_hixie_frame
        message, kind = b"", CONTINUATION  # what is coming in, if anything is
        decoder = codecs.getincrementaldecoder("utf-8")()
        while True:
            frame = read_frame()
            show("<-", frame.wire, frame.opcode, frame.payload)
            if frame.opcode == CLOSE:
                check_close(frame.payload)
                self.send(CLOSE, frame.payload[:2])
                return
            if frame.opcode == PING:
                self.send(PONG, frame.payload)
            if frame.opcode >= CLOSE:
                continue
            if frame.opcode == CONTINUATION:
                require(kind != CONTINUATION, 1002, "continuation of no message")
            else:
                require(kind == CONTINUATION, 1002, "new message inside another")
                kind = frame.opcode
            message += frame.payload
            require(len(message) <= MAX_MESSAGE, 1009, "message above the limit")
            if kind == TEXT:  # two frames may share a character
                decoder.decode(frame.payload, final=frame.fin)
            if frame.fin:
                message, kind = b"", CONTINUATION

    def close(self) -> None:
        if self.dialect == "hixie-75":  # it has no close: the connection just ends
            self.closing = True
            self.socket.shutdown(socket.SHUT_WR)
        else:
            self.send(CLOSE, (1000).to_bytes(2, "big"))

    def fail(self, code: int, reason: str) -> None:
        say("!!", f"{code} {reason}")
        if self.dialect == "rfc6455":
            self.send(CLOSE, code.to_bytes(2, "big") + reason.encode())


# ---- The start -----------------------------------------------------------------


def speak(connection: Connection, messages: list[str], seconds: float) -> None:
    """The other thread: sends what was asked for, or typed, and then the close."""
    try:
        for message in messages or sys.stdin:
            connection.send(TEXT, message.rstrip("\r\n").encode("utf-8", "replace"))
        time.sleep(seconds)
        connection.close()
        time.sleep(CLOSE_SECONDS)
        say("!!", "the server does not answer the close")
        connection.socket.shutdown(socket.SHUT_RDWR)
    except OSError:
        pass  # the thread that reads tells what has happened


def run(options: argparse.Namespace) -> int:
    try:
        connection = Connection(urlsplit(options.url), options.dialect)
        connection.shake_hands(options.origin)
    except (ProtocolError, OSError, EOFError, ValueError) as error:
        say("!!", str(error) or "the server left without an answer")
        return 1
    connection.socket.settimeout(None)
    arguments = (connection, options.message, options.listen)
    threading.Thread(target=speak, args=arguments, daemon=True).start()
    try:
        connection.listen()
        return 0
    except ProtocolError as error:
        connection.fail(error.code, str(error))
    except UnicodeDecodeError as error:
        connection.fail(1007, error.reason)
    except KeyboardInterrupt:
        connection.fail(1001, "stopped")
    except EOFError:
        if connection.closing and options.dialect == "hixie-75":
            return 0
        say("!!", "the server left without a close")
    except OSError as error:
        say("!!", str(error))
    return 1


def main() -> None:
    parser = argparse.ArgumentParser(description="A WebSocket client to be read.")
    parser.add_argument("url", nargs="?", default="ws://127.0.0.1:8765/")
    parser.add_argument("message", nargs="*", help="to send; none: the lines you type")
    dialects = ("rfc6455", "hixie-76", "hixie-75")
    parser.add_argument("--dialect", choices=dialects, default="rfc6455")
    parser.add_argument("--origin", default="", help="the page it pretends to be on")
    parser.add_argument("--listen", type=float, default=0, help="seconds to wait")
    options = parser.parse_intermixed_args()
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(errors="backslashreplace")  # a terminal without 你好
    code = run(options)
    sys.stdout.flush()
    os._exit(code)  # the other thread may still wait for a line


if __name__ == "__main__":
    main()
