if n < 126:
    h = bytes([n])
elif n == 126:
    h = bytes([126])
    h += n.to_bytes(2, 'big')
else:
    h = bytes([127])
    h += n.to_bytes(8, 'big')
