def f(t, b, c, d):
    if t < 16:
        return b & c | ~b & d
    if t < 32:
        return d & b | ~d & c
    if t < 48:
        return b ^ c ^ d
    return c ^ (b | ~d)
