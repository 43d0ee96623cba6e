head = f'''\
GET {path} HTTP/1.1
Host: {host}
Upgrade: websocket
Connection: Upgrade
Sec-WebSocket-Key: {key}
Origin: {origin}
Sec-WebSocket-Version: 13

'''.replace('\n', '\r\n')
sock.sendall(head.encode())
