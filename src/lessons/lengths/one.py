if n < 126:
    h = bytes([n])
elif n <= 65536:
    h = bytes([126,
        n >> 8 & 255,
        n & 255])
else:
    h = bytes([127])
    h += n.to_bytes(8, 'big')
