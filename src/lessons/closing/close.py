def close_body(code, reason):
    if code is None:
        return b""
    raw = code.to_bytes(2, "big")
    return raw + reason.encode()
