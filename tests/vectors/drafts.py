#!/usr/bin/env python3
"""Makes drafts.json: frames and handshakes of hybi-01 to hybi-06, with what they say.

Written from the descriptions of the drafts and the published bytes alone, with hashlib; it shares nothing with the
engine that it judges. Each stream is written by one function and read back by another before it is believed.
Run: python3 tests/vectors/drafts.py > tests/vectors/drafts.json
"""
import base64
import hashlib
import json
import random
import struct

MASKING_GUID = b"61AC5F19-FBBA-4540-B96F-6561F1AB40A8"
ACCEPT_GUID = b"258EAFA5-E914-47DA-95CA-C5AB0DC85B11"
OLD = {"continuation": 0, "close": 1, "ping": 2, "pong": 3, "text": 4, "binary": 5}
TODAY = {"continuation": 0, "text": 1, "binary": 2, "close": 8, "ping": 9, "pong": 10}
NAMES = {number: name for name, number in OLD.items()}
FRAMING = {"hybi-01": 1, "hybi-03": 1, "version-4": 4, "version-5": 5, "version-6": 5}


def connection_key(key: str, nonce: str) -> bytes:
    return hashlib.sha1(key.encode() + nonce.encode() + MASKING_GUID).digest()


def frame_key(frame_nonce: bytes, connection: bytes) -> bytes:
    return hashlib.sha1(frame_nonce + connection).digest()


def xor(data: bytes, pad: bytes) -> bytes:
    return bytes(byte ^ pad[i % len(pad)] for i, byte in enumerate(data))


def pad_of(framing: int, first: bytes, connection: bytes) -> bytes:
    return first if framing == 5 else frame_key(first, connection)


def write(framing, name, payload, key=None, connection=b"", fin=True, rsv=0, rsv4=0, form=None):
    top = (not fin) if framing == 1 else fin
    size = len(payload)
    form = form or (7 if size < 126 else 16 if size < 65536 else 64)
    seven = size if form == 7 else 126 if form == 16 else 127
    header = bytes([(0x80 if top else 0) | rsv << 4 | OLD[name], rsv4 << 7 | seven])
    header += b"" if form == 7 else struct.pack(">H", size) if form == 16 else struct.pack(">Q", size)
    if key is None:
        return header + payload
    return key + xor(header + payload, pad_of(framing, key, connection))


def read(data, framing, masked, connection=b""):
    """All frames; the last may be cut."""
    frames, at = [], 0
    while at < len(data):
        rest = data[at:]
        key = rest[:4] if masked else None
        clear = xor(rest[4:], pad_of(framing, key, connection)) if masked else rest
        if masked and len(rest) < 4:
            clear = b""
        front = 4 if masked else 0
        if len(clear) < 2:
            break
        seven, head = clear[1] & 0x7F, 2
        size = seven
        if seven == 126:
            head, size = 4, int.from_bytes(clear[2:4], "big")
        elif seven == 127:
            head, size = 10, int.from_bytes(clear[2:10], "big")
        if len(clear) < head:
            break
        whole = len(clear) >= head + size
        top = clear[0] >> 7
        frames.append({
            "offset": at,
            "fin": bool(top) != (framing == 1),
            "rsv1": bool(clear[0] & 0x40), "rsv2": bool(clear[0] & 0x20), "rsv3": bool(clear[0] & 0x10),
            "rsv4": bool(clear[1] & 0x80),
            "draftOpcode": clear[0] & 0x0F,
            "opcode": TODAY[NAMES[clear[0] & 0x0F]],
            "lengthForm": {2: 7, 4: 16, 10: 64}[head],
            "payloadLength": size,
            "headerLength": front + head,
            "maskingKey": key.hex() if masked else None,
            "payload": clear[head:head + size].hex(),
            "complete": whole,
        })
        if not whole:
            break
        at += front + head + size
    return frames


def messages(frames):
    out, opened = [], None
    for index, frame in enumerate(frames):
        if frame["opcode"] >= 8 or not frame["complete"]:
            continue
        if frame["opcode"] != 0:
            opened = {"opcode": frame["opcode"], "frames": [], "hex": ""}
        if opened is None:
            continue
        opened["frames"].append(index)
        opened["hex"] += frame["payload"]
        if frame["fin"]:
            out.append(opened)
            opened = None
    return out


CASES = []


def frames_case(case, source, dialect, direction, data, connection=None, expected=None):
    framing = FRAMING[dialect]
    masked = framing != 1 and direction == "client-to-server"
    frames = read(data, framing, masked, connection or b"")
    if expected is not None:
        assert [(f["opcode"], f["fin"], f["payload"]) for f in frames] == expected, case
    CASES.append({
        "id": case, "source": source, "kind": "frames", "dialect": dialect, "direction": direction,
        "connectionKey": connection.hex() if connection else None, "hex": data.hex(),
        "expect": {"frames": frames, "messages": messages(frames)},
    })


CLIENT, SERVER = "client-to-server", "server-to-client"
HELLO = b"Hello".hex()
B03 = "draft-ietf-hybi-thewebsocketprotocol-03 4.6"
frames_case("b03-text", B03, "hybi-03", SERVER, bytes.fromhex("0405") + b"Hello", None, [(1, True, HELLO)])
frames_case("b03-fragments", B03, "hybi-03", CLIENT, bytes.fromhex("8403") + b"Hel" + bytes.fromhex("0002") + b"lo",
            None, [(1, False, b"Hel".hex()), (0, True, b"lo".hex())])
frames_case("b03-ping", B03, "hybi-01", SERVER, bytes.fromhex("0205") + b"Hello", None, [(9, True, HELLO)])
frames_case("b03-pong", B03, "hybi-01", CLIENT, bytes.fromhex("0305") + b"Hello", None, [(10, True, HELLO)])
frames_case("b03-binary-256", B03, "hybi-03", SERVER, bytes.fromhex("057e0100") + b"a" * 256, None,
            [(2, True, b"a".hex() * 256)])
frames_case("b06-em-websocket", "em-websocket, tests of draft 06", "version-6", CLIENT,
            bytes.fromhex("00000100" "8405") + b"Ielln", None, [(1, True, HELLO)])
frames_case("b05-server", "em-websocket, framing of draft 05", "version-5", SERVER, bytes.fromhex("8405") + b"Hello",
            None, [(1, True, HELLO)])

dice = random.Random(2011)
KEY, NONCE = "dGhlIHNhbXBsZSBub25jZQ==", "AQIDBAUGBwgJCgsMDQ4PEC=="
for number in range(6):
    key, nonce = (KEY, NONCE) if number == 0 else (
        base64.b64encode(dice.randbytes(16)).decode(), base64.b64encode(dice.randbytes(16)).decode())
    first = bytes([0, 0, 0, 1]) if number == 0 else dice.randbytes(4)
    connection = connection_key(key, nonce)
    CASES.append({
        "id": f"b04-keys-{number}", "source": "libwebsockets 2011; computed with hashlib", "kind": "keys",
        "key": key, "nonce": nonce, "frameNonce": first.hex(),
        "expect": {"connectionKey": connection.hex(), "frameKey": frame_key(first, connection).hex()},
    })

BORDERS = [0, 1, 17, 18, 19, 20, 21, 125, 126, 127, 300]
for dialect, framing in FRAMING.items():
    for direction in (CLIENT, SERVER):
        masked = framing != 1 and direction == CLIENT
        connection = connection_key(KEY, NONCE) if framing == 4 and masked else None
        parts, expected = [], []

        def add(name, payload, **more):
            own = dice.randbytes(4) if masked else None
            parts.append(write(framing, name, payload, own, connection or b"", **more))
            expected.append((TODAY[name], more.get("fin", True), payload.hex()))

        for size in BORDERS:
            add("binary", dice.randbytes(size))
        add("text", "Hé".encode(), fin=False)
        add("ping", b"?")
        add("continuation", "llo, 你".encode(), fin=False)
        add("pong", b"")
        add("continuation", "好".encode())
        add("binary", b"reserved", rsv=5, rsv4=1)
        add("text", b"long form", form=64)
        add("close", b"" if dialect != "version-6" else b"\x03\xe8bye")
        frames_case(f"{dialect}-{'c2s' if direction == CLIENT else 's2c'}", "computed", dialect, direction,
                    b"".join(parts), connection, expected)

for dialect, cut in (("hybi-03", 9), ("version-5", 11), ("version-4", 12), ("version-5", 5), ("version-5", 7)):
    framing = FRAMING[dialect]
    connection = connection_key(KEY, NONCE) if framing == 4 else None
    whole = write(framing, "text", b"cut off in the middle" * 8, b"\x0a\x0b\x0c\x0d" if framing != 1 else None,
                  connection or b"")
    frames_case(f"cut-{dialect}-{cut}", "computed", dialect, CLIENT, whole[:cut], connection)


def head(*lines):
    return "".join(line + "\r\n" for line in lines).encode() + b"\r\n"


def md5_handshake(*more):
    """The keys of draft-hixie-76 1.2."""
    request = head("GET /demo HTTP/1.1", "Host: example.com", "Connection: Upgrade",
                   "Sec-WebSocket-Key2: 12998 5 Y3 1  .P00", "Upgrade: WebSocket",
                   "Sec-WebSocket-Key1: 4 @1  46546xW%0l 1 5", "Origin: http://example.com", *more) + b"^n:ds[4U"
    numbers = struct.pack(">II", 4146546015 // 5, 1299853100 // 5)
    response = head("HTTP/1.1 101 WebSocket Protocol Handshake", "Upgrade: WebSocket", "Connection: Upgrade",
                    "Sec-WebSocket-Origin: http://example.com", "Sec-WebSocket-Location: ws://example.com/demo")
    return request, response + hashlib.md5(numbers + b"^n:ds[4U").digest()


def sha1_handshake(version, key=KEY, nonce=None):
    accept = base64.b64encode(hashlib.sha1(key.encode() + ACCEPT_GUID).digest()).decode()
    request = head("GET /chat HTTP/1.1", "Host: example.com", "Upgrade: websocket", "Connection: Upgrade",
                   f"Sec-WebSocket-Key: {key}", "Sec-WebSocket-Origin: http://example.com",
                   f"Sec-WebSocket-Version: {version}")
    lines = ["HTTP/1.1 101 Switching Protocols", "Upgrade: websocket", "Connection: Upgrade",
             f"Sec-WebSocket-Accept: {accept}"]
    return request, head(*lines, *([f"Sec-WebSocket-Nonce: {nonce}"] if nonce else []))


def connection_case(case, source, dialect, heads, expected=None):
    framing = FRAMING[dialect]
    connection = connection_key(KEY, NONCE) if framing == 4 else None
    own = (lambda: dice.randbytes(4)) if framing != 1 else (lambda: None)
    client = [write(framing, "text", "Grüße".encode(), own(), connection or b""),
              write(framing, "close", b"", own(), connection or b"")]
    server = [write(framing, "ping", b"!"), write(framing, "text", b"Hallo"), write(framing, "close", b"")]
    both = {}
    for side, direction, start, frames in ((0, CLIENT, heads[0], client), (1, SERVER, heads[1], server)):
        data = b"".join(frames)
        masked = framing != 1 and side == 0
        listed = read(data, framing, masked, connection or b"")
        for frame in listed:
            frame["offset"] += len(start)
        both[direction] = {"headLength": len(start), "frames": listed, "messages": messages(listed)}
        both[f"{direction}-hex"] = (start + data).hex()
    CASES.append({
        "id": case, "source": source, "kind": "connection",
        "clientToServerHex": both.pop(f"{CLIENT}-hex"), "serverToClientHex": both.pop(f"{SERVER}-hex"),
        "expect": {"dialect": expected or dialect, "connectionKey": connection.hex() if connection else None,
                   "clientToServer": both[CLIENT], "serverToClient": both[SERVER]},
    })


connection_case("talk-hybi-01", "keys of draft-hixie-76 1.2", "hybi-01", md5_handshake())
connection_case("talk-hybi-02", "keys of draft-hixie-76 1.2", "hybi-03", md5_handshake("Sec-WebSocket-Draft: 2"))
connection_case("talk-hybi-03-as-3", "em-websocket, tests of draft 03", "hybi-03", md5_handshake("Sec-WebSocket-Draft: 3"))
connection_case("talk-version-4", "computed", "version-4", sha1_handshake(4, nonce=NONCE))
connection_case("talk-version-5", "computed", "version-5", sha1_handshake(5))
connection_case("talk-version-6", "computed", "version-6", sha1_handshake(6))

assert connection_key(KEY, NONCE).hex() == "41e14f78311e4c34283e6d8b363b8848d58591a7"
print("[\n" + ",\n".join(json.dumps(case, ensure_ascii=False) for case in CASES) + "\n]")
