# WRONG, and kept wrong on purpose: a server as it is
# copied from page to page. The right one is server.py.


def parse(read: bytes) -> str:
    length = read[1] & 127
    if length == 126:
        key, body = read[4:8], read[8:]
    elif length == 127:
        key, body = read[10:14], read[14:]
    else:
        key, body = read[2:6], read[6:]
    clear = bytearray()
    for i in range(len(body)):
        clear.append(body[i] ^ key[i % 4])
    return str(clear, "utf-8")


def serve(sock) -> None:
    while True:
        read = sock.recv(1024)
        print(parse(read))
