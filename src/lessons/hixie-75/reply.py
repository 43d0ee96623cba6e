reply = f'''\
HTTP/1.1 101 Web Socket \
Protocol Handshake
Upgrade: WebSocket
Connection: Upgrade
WebSocket-Origin: {origin}
WebSocket-Location: \
ws://{host}{path}

'''.replace('\n', '\r\n')
sock.sendall(reply.encode())
