def sha1(data):
    return hashlib.sha1(
        data).digest()

ck = sha1(key + nonce + GUID)

def mask(frame, nonce4):
    fk = sha1(nonce4 + ck)
    out = bytearray(frame)
    for i in range(len(out)):
        out[i] ^= fk[i % 20]
    return nonce4 + out
