import codecs

u = codecs.lookup("utf-8")
u = u.incrementaldecoder()
text = ""
try:
    for fin, data in frames:
        text += u.decode(
            data, final=fin)
except UnicodeError:
    raise Fail(1007)
