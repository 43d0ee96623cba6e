def schedule(block):
    w = unpack('>16I', block)
    w = list(w)
    for t in range(16, 80):
        x = w[t-3] ^ w[t-8]
        x ^= w[t-14] ^ w[t-16]
        w.append(rotl(x, 1))
    return w
