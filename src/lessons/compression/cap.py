def message(payload, most):
    out = d.decompress(
        payload + tail, most)
    if d.unconsumed_tail:
        close(1009)  # too big
    return out
