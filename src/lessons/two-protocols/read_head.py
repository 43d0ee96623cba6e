def read_head(sock):
    data = b''
    while b'\r\n\r\n' not in data:
        part = sock.recv(4096)
        if not part:
            raise EOFError('head cut off')
        data += part
    end = data.index(b'\r\n\r\n') + 4
    return data[:end], data[end:]
