def number(data):
    n = 0
    for byte in data:
        n = n * 256 + byte
    return n
