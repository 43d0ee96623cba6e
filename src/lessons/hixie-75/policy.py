ASKED = (
    b'<policy-file-request/>'
    b'\0'
)

def first_bytes(data):
    if data.startswith(ASKED):
        return POLICY
    return None
