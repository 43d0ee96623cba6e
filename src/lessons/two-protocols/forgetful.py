def read_head(sock):
    data = sock.recv(4096)
    head = data.split(b'\r\n\r\n')[0]
    return head
