last = b""
for fin, op, data in wire:
    if op == 0:
        last += data
    else:
        last = data
    if fin:
        deliver(last)
