def padded(message):
    bits = 8 * len(message)
    message += b'\x80'
    message += bytes((56 - len(message)) % 64)
    message += bits.to_bytes(8, 'big')
    return message
