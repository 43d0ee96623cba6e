def rotl(x, n):
    return (x << n | x >> (32 - n)) % 2**32

FUNCTIONS = [
    lambda b, c, d: b & c | ~b & d,  # F
    lambda b, c, d: d & b | ~d & c,  # G
    lambda b, c, d: b ^ c ^ d,       # H
    lambda b, c, d: c ^ (b | ~d),    # I
]
