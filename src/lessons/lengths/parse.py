n = second & 127
if n == 126:
    n = number(read(2))
    assert n > 125
elif n == 127:
    n = number(read(8))
    assert n > 65535
    assert n < 2**63
