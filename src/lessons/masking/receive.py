def text_of(wire, key):
    # first all the bytes,
    data = mask(wire, key)
    # then the characters
    return data.decode()
