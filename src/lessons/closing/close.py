from struct import pack

def close_body(code, reason):
    if code is None:
        return b""
    raw = pack(">H", code)
    raw += reason.encode()
    return raw
