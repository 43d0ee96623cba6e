def length_bytes(n):
    out = [n & 127]
    while n > 127:
        n >>= 7
        more = 128 | n & 127
        out.insert(0, more)
    return bytes(out)
