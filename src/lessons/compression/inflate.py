import zlib

d = zlib.decompressobj(-15)

def message(payload):
    tail = b"\0\0\xff\xff"
    return d.decompress(
        payload + tail)
