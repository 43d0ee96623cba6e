import math
import struct

T = [int(2**32 * abs(math.sin(i + 1))) for i in range(64)]
S = [7, 12, 17, 22] * 4 + [5, 9, 14, 20] * 4 \
    + [4, 11, 16, 23] * 4 + [6, 10, 15, 21] * 4
ORDER = [t for t in range(16)] \
    + [(5 * t + 1) % 16 for t in range(16)] \
    + [(3 * t + 5) % 16 for t in range(16)] \
    + [7 * t % 16 for t in range(16)]
