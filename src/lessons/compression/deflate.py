import zlib

c = zlib.compressobj(
    wbits=-15)

def message(data):
    out = c.compress(data)
    out += c.flush(
        zlib.Z_SYNC_FLUSH)
    return out[:-4]
