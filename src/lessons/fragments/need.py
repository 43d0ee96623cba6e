buf = bytearray()

def need(n):
    while len(buf) < n:
        more = sock.recv(4096)
        if not more:
            raise EOFError
        buf.extend(more)
    part = bytes(buf[:n])
    del buf[:n]
    return part
