from __future__ import annotations

from typing import NamedTuple


class ProtocolError(Exception):
    def __init__(self, code: int, reason: str) -> None:
        super().__init__(reason)
        self.code = code


class Frame(NamedTuple):
    fin: bool
    opcode: int
    payload: bytes


def parse_frame(data: bytes, limit: int = 1024 * 1024) -> tuple[Frame, int] | None:
    """What many tutorials do: it looks right while only short texts come."""
    if not data:
        return None
    length = data[1] & 127  # of all the header, only this is looked at
    if length == 126:
        key, masked = data[4:8], data[8:]
    elif length == 127:
        key, masked = data[10:14], data[14:]
    else:
        key, masked = data[2:6], data[6:]
    # Everything that came is taken for one frame, and every frame for text.
    unmasked = bytes(byte ^ key[i % 4] for i, byte in enumerate(masked))
    text = unmasked.decode("utf-8")
    return Frame(True, 1, text.encode("utf-8")), len(data)
