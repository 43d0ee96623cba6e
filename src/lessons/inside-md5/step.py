def step(t, r, x):
    a, b, c, d = r
    n = a + f(t, b, c, d)
    n += x[ORDER[t]] + T[t]
    n = rotl(n % 2**32, S[t])
    n = (b + n) % 2**32
    return d, n, b, c
