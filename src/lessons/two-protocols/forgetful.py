END = b'\r\n\r\n'

def read_head(sock):
    got = sock.recv(4096)
    return got.split(END)[0]
