def text_frame(text):
    data = text.encode('utf-8')
    return b'\x00' + data + b'\xff'

def read_text(data):
    end = data.index(b'\xff')
    return data[1:end].decode('utf-8')
