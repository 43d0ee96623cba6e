data = part1 + part2 + key3
mine = md5(data).digest()
if conn.read(16) != mine:
    conn.close()
