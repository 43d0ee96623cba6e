import base64, hashlib, os

GUID = '258EAFA5-E914-47DA-95CA-C5AB0DC85B11'

nonce = os.urandom(16)
key = base64.b64encode(nonce).decode('ascii')

text = (key + GUID).encode('ascii')
digest = hashlib.sha1(text).digest()
accept = base64.b64encode(digest).decode('ascii')
