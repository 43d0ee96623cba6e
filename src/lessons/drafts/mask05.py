def mask(frame):
    key = os.urandom(4)
    out = bytearray(frame)
    for i in range(len(out)):
        out[i] ^= key[i % 4]
    return key + out
