async with connect(url) as ws:
    await ws.send('hello')
    async for text in ws:
        show(text)
