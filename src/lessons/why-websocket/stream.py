for line in urlopen(url):
    if line[:6] == b'data: ':
        show(line[6:])
