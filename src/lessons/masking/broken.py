data = b''
for chunk in reads:
    # always from key[0]
    data += mask(chunk, key)
