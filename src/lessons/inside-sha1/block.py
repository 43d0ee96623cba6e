def stir(state, block):
    w = schedule(block)
    r = state
    for t in range(80):
        r = one_round(t, r, w)
    return [
        (old + end) % 2**32
        for old, end
        in zip(state, r)]
