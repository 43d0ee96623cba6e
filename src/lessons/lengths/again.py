n = second & 127
if n == 126:
    n = number(read(2))
if n == 127:
    n = number(read(8))
