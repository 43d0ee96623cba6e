digits, spaces = '', 0
for c in key:
    if c in '0123456789':
        digits += c
    elif c == ' ':
        spaces += 1
