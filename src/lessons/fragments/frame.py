def frame():
    a, b = need(2)
    n = b & 127
    if n == 126:
        n = number(need(2))
    elif n == 127:
        n = number(need(8))
    key = None
    if b & 128:
        key = need(4)
    return a, key, need(n)
