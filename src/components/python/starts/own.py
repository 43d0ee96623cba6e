from __future__ import annotations

from typing import NamedTuple


class ProtocolError(Exception):
    """The client broke a rule. The code goes into the close frame."""

    def __init__(self, code: int, reason: str) -> None:
        super().__init__(reason)
        self.code = code


class Frame(NamedTuple):
    fin: bool
    opcode: int
    payload: bytes  # unmasked


def parse_frame(data: bytes, limit: int = 128 * 1024) -> tuple[Frame, int] | None:
    """The frame at the start of data and how many bytes it takes.

    None while bytes are missing. ProtocolError as soon as a rule is broken.
    """
    # What a client sends (RFC 6455 section 5.2):
    #   data[0]  FIN, RSV1, RSV2, RSV3, and 4 bits of opcode
    #   data[1]  MASK, and 7 bits of length
    #   then     2 or 8 bytes of length, if those 7 bits say 126 or 127
    #   then     4 bytes of masking key
    #   then     the payload, masked
    # A server hands in its buffer, perhaps a bytearray: read it, change nothing.
    return None
