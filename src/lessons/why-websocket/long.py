while True:
    # the server waits
    for text in ask(seen):
        show(text)
