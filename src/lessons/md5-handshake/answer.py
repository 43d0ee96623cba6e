key3 = conn.read(8)
data = part1 + part2 + key3
answer = md5(data).digest()
conn.write(head + answer)
