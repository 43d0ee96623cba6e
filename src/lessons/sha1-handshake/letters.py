from string import ascii_lowercase, ascii_uppercase, digits

TABLE = ascii_uppercase + ascii_lowercase + digits + '+/'

def four_characters(group):
    missing = 3 - len(group)
    bits = int.from_bytes(group + bytes(missing), 'big')
    sixes = [bits >> shift & 63 for shift in (18, 12, 6, 0)]
    letters = ''.join(TABLE[six] for six in sixes)
    return letters[:4 - missing] + '=' * missing
