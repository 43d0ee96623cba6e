START = [
    0x67452301, 0xefcdab89,
    0x98badcfe, 0x10325476,
    0xc3d2e1f0]

def sha1(message):
    s = START
    m = padded(message)
    while m:
        s = stir(s, m[:64])
        m = m[64:]
    return pack('>5I', *s)
