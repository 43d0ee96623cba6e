def payload(wanted, key):
    # the browser's XOR will
    # undo this one
    return mask(wanted, key)
