text = (key + GUID).encode('ascii')
digest = hashlib.sha1(text).digest()
expected = base64.b64encode(digest).decode('ascii')

if headers['sec-websocket-accept'] != expected:
    connection.close()
    raise ConnectionError('wrong accept')
