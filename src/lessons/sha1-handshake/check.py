text = key + GUID
digest = sha1(text).digest()
expected = b64encode(digest)

if accept != expected:
    connection.close()
    raise ConnectionError
