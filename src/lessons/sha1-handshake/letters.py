def letters(group):
    gap = 3 - len(group)
    full = group + bytes(gap)
    bits = int(full.hex(), 16)
    out = ''
    for at in 18, 12, 6, 0:
        six = bits >> at & 63
        out += TABLE[six]
    out = out[:4 - gap]
    return out + '=' * gap
