i, data = 0, b''
for chunk in reads:
    r = i % 4
    k = key[r:] + key[:r]
    data += mask(chunk, k)
    i += len(chunk)
