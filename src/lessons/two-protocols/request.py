lines = [
    f'GET {path} HTTP/1.1',
    f'Host: {host}',
    'Upgrade: websocket',
    'Connection: Upgrade',
    f'Sec-WebSocket-Key: {key}',
    f'Origin: {origin}',
    'Sec-WebSocket-Version: 13',
]
head = '\r\n'.join(lines + ['', ''])
sock.sendall(head.encode('latin-1'))
