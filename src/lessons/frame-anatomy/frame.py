fin = data[0] >> 7
rsv = data[0] >> 4 & 0b111
opcode = data[0] & 0b1111
mask = data[1] >> 7
length = data[1] & 127
