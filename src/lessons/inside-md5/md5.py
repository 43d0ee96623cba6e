START = [
    0x67452301, 0xefcdab89,
    0x98badcfe, 0x10325476]

def md5(message):
    s = START
    m = padded(message)
    while m:
        s = stir(s, m[:64])
        m = m[64:]
    return pack('<4I', *s)
