import os

def binary_frame(data):
    key = os.urandom(4)
    # 125 bytes at most
    size = 0x80 | len(data)
    head = bytes([0x82, size])
    return (head + key
            + mask(data, key))
