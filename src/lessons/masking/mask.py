def mask(data, key):
    out = bytearray(data)
    for i in range(len(out)):
        out[i] ^= key[i % 4]
    return bytes(out)
