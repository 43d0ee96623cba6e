def padded(m):
    bits = 8 * len(m)
    m += b'\x80'
    zeros = (56 - len(m)) % 64
    m += bytes(zeros)
    m += pack('<Q', bits)
    return m
