from base64 import b64encode
from hashlib import sha1
from os import urandom

GUID = (b'258EAFA5-E914-47DA-'
        b'95CA-C5AB0DC85B11')
nonce = urandom(16)
key = b64encode(nonce)
text = key + GUID
digest = sha1(text).digest()
accept = b64encode(digest)
