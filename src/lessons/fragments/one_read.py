while True:
    read = sock.recv(4096)
    n = read[1] & 127
    data = read[2:]
    if read[1] & 128:
        data = read[6:]
    handle(read[0], data[:n])
