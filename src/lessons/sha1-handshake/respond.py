accept = accept.decode()
reply = f'''\
HTTP/1.1 101 \
Switching Protocols
Upgrade: websocket
Connection: Upgrade
Sec-WebSocket-Accept: {accept}

'''.replace('\n', '\r\n')
sock.sendall(reply.encode())
