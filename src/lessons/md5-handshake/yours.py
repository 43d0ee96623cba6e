from hashlib import md5
data = bytes.fromhex(
    '316e4113'
    '0f7ed63c'
    '5e6e3a64735b3455')
print(md5(data).hexdigest())
