REPLY = (
    'HTTP/1.1 101 Web Socket '
    'Protocol Handshake\r\n'
    'Upgrade: WebSocket\r\n'
    'Connection: Upgrade\r\n'
    'WebSocket-Origin: {origin}\r\n'
    'WebSocket-Location: '
    'ws://{host}{path}\r\n'
    '\r\n'
)
text = REPLY.format(
    origin=origin, host=host, path=path)
sock.sendall(text.encode('latin-1'))
