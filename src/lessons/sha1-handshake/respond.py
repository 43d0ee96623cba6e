connection.sendall((
    'HTTP/1.1 101 Switching Protocols\r\n'
    'Upgrade: websocket\r\n'
    'Connection: Upgrade\r\n'
    f'Sec-WebSocket-Accept: {accept}\r\n'
    '\r\n'
).encode('ascii'))
