def one_block(state, block):
    x = struct.unpack('<16I', block)
    a, b, c, d = state
    for t in range(64):
        f = FUNCTIONS[t // 16](b, c, d)
        total = (a + f + x[ORDER[t]] + T[t]) % 2**32
        new = (b + rotl(total, S[t])) % 2**32
        a, b, c, d = d, new, b, c
    ends = a, b, c, d
    return [(old + end) % 2**32
            for old, end in zip(state, ends)]
