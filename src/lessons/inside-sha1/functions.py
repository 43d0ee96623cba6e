def rotl(x, n):
    return (x << n | x >> (32 - n)) % 2**32

FUNCTIONS = [
    lambda b, c, d: b & c | ~b & d,         # Ch
    lambda b, c, d: b ^ c ^ d,              # Parity
    lambda b, c, d: b & c | b & d | c & d,  # Maj
    lambda b, c, d: b ^ c ^ d,              # Parity
]
K = [0x5a827999, 0x6ed9eba1, 0x8f1bbcdc, 0xca62c1d6]
