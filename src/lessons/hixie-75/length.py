def length_bytes(count):
    groups = [count & 0x7f]
    while count > 0x7f:
        count >>= 7
        groups.append(count & 0x7f | 0x80)
    return bytes(reversed(groups))
