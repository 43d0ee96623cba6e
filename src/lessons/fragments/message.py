def messages(wire):
    busy = False
    for fin, op, data in wire:
        if op >= 8:
            control(op, data)
            continue
        if (op > 0) == busy:
            raise Fail(1002)
        if op:
            kind = op
            got = b""
        got += data
        busy = not fin
        if fin:
            yield kind, got
