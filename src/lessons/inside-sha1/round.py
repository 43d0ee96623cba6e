def one_round(t, r, w):
    a, b, c, d, e = r
    n = rotl(a, 5)
    n += f(t, b, c, d)
    n += e + w[t] + K[t // 20]
    return (n % 2**32, a,
            rotl(b, 30), c, d)
