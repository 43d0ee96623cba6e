def f(t, b, c, d):
    if t < 20:
        return b & c | ~b & d
    if t < 40 or t >= 60:
        return b ^ c ^ d
    return b&c | b&d | c&d

K = [0x5a827999, 0x6ed9eba1,
     0x8f1bbcdc, 0xca62c1d6]
