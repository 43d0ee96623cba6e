END = b'\r\n\r\n'

def read_head(sock):
    got = b''
    while END not in got:
        part = sock.recv(4096)
        if not part:
            raise EOFError
        got += part
    n = got.index(END) + 4
    return got[:n], got[n:]
