if n < 126:
    h = bytes([n])
elif n < 65536:
    h = bytes([126])
    h += pack('H', n)
else:
    h = bytes([127])
    h += pack('Q', n)
