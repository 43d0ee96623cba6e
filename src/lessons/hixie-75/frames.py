START = b'\x00'
END = b'\xff'

def text_frame(text):
    raw = text.encode()
    return START + raw + END

def read_text(data):
    end = data.index(END)
    raw = data[1:end]
    return raw.decode()
