import os

def text_frame(text):
    data = text.encode()
    key = os.urandom(4)
    # 125 bytes at most
    size = 0x80 | len(data)
    head = bytes([0x81, size])
    return (head + key
            + mask(data, key))
