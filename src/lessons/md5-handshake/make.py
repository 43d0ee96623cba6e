spaces = randint(1, 12)
most = 0xffffffff // spaces
n = randint(0, most)
key = list(str(n * spaces))
