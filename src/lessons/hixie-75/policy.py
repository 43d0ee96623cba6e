ASKED = b'<policy-file-request/>\0'
POLICY = (
    b'<cross-domain-policy>'
    b'<allow-access-from domain="*"'
    b' to-ports="80"/>'
    b'</cross-domain-policy>\0'
)

def first_bytes(data):
    if data.startswith(ASKED):
        return POLICY
    return None
