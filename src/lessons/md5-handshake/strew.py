noise = randint(1, 12)
for _ in range(noise):
    at = randint(0, len(key))
    c = choice(NOISE)
    key.insert(at, c)
for _ in range(spaces):
    at = randrange(1, len(key))
    key.insert(at, ' ')
