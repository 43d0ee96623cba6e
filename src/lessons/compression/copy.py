def copy(out, length, back):
    for _ in range(length):
        byte = out[-back]
        out.append(byte)
