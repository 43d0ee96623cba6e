def one_block(state, block):
    w = schedule(block)
    a, b, c, d, e = state
    for t in range(80):
        f = FUNCTIONS[t // 20](b, c, d)
        temp = (rotl(a, 5) + f + e
                + w[t] + K[t // 20]) % 2**32
        a, b, c, d, e = temp, a, rotl(b, 30), c, d
    ends = a, b, c, d, e
    return [(old + end) % 2**32
            for old, end in zip(state, ends)]
