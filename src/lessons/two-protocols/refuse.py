def refusal(headers, allowed):
    get = headers.get
    key = get('sec-websocket-key', '')
    if len(key) != 24:
        return 400
    if get('sec-websocket-version') != '13':
        return 426
    origin = get('origin')
    if origin and origin not in allowed:
        return 403
    return None
