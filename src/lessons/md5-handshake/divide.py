n = int(digits)
if n >= 2**32 or spaces == 0:
    raise ValueError('refuse')
if n % spaces != 0:
    raise ValueError('refuse')
part = pack('>I', n // spaces)
