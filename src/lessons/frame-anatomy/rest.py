n = {126: 2, 127: 8}
n = n.get(length, 0)
i = 2 + n
if n:
    length = int.from_bytes(
        data[2:i], 'big')
key = data[i:i + 4 * mask]
i += 4 * mask
payload = data[i:i + length]
