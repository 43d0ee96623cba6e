def send_all(source):
    op = TEXT
    for piece in source:
        send(0, op, piece)
        op = CONTINUATION
    send(1, op, b"")
