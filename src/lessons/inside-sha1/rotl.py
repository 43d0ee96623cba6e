def rotl(x, n):
    x = x << n | x >> (32 - n)
    return x % 2**32
