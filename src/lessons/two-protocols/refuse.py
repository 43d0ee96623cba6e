def refusal(key, version,
            origin=None):
    if len(key) != 24:
        return 400
    if version != '13':
        return 426
    if origin not in ALLOWED:
        return 403
    return None

# None: it is not a browser.
ALLOWED = {None, MY_SITE}
