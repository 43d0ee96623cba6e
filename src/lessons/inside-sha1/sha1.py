def sha1(message):
    state = [0x67452301, 0xefcdab89, 0x98badcfe,
             0x10325476, 0xc3d2e1f0]
    message = padded(message)
    for at in range(0, len(message), 64):
        state = one_block(state, message[at:at + 64])
    return struct.pack('>5I', *state)
