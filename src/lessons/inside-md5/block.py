def stir(state, block):
    x = unpack('<16I', block)
    r = state
    for t in range(64):
        r = step(t, r, x)
    return [
        (old + end) % 2**32
        for old, end
        in zip(state, r)]
