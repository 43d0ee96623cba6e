while True:
    for text in ask(seen):
        show(text)
    sleep(interval)
