noise = randint(1, 12)
for _ in range(noise):
    i = randint(0, len(key))
    c = choice(NOISE)
    key.insert(i, c)
for _ in range(spaces):
    i = randrange(1, len(key))
    key.insert(i, ' ')
