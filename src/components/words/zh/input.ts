import type en from '../en/input.ts';
import type { WordsLike } from '../types.ts';
import reasons from './input/reasons.ts';

const zh: WordsLike<typeof en> = {
  forms: {
    hex: { name: '十六进制', blurb: '每个字节两位，中间有没有分隔都行：81 05 48、81:05:48、810548。' },
    'hex-list': { name: '十六进制数列表', blurb: '像源代码那样，每个字节一个数：0x81, 0x05, 0x48。' },
    decimal: { name: '十进制数', blurb: '每个字节一个 0 到 255 的数：129, 5, 72。' },
    bits: { name: '二进制位', blurb: '每字节八个二进制数字：10000001 00000101。' },
    'c-array': { name: 'C 数组', blurb: 'C 语言的数组，也就是 xxd -i 的输出：unsigned char a[] = { 0x81, 0x05 };' },
    'c-arrays-wireshark': {
      name: 'Wireshark 的 C 数组',
      blurb: '追踪流窗口以 C 数组显示的内容：peer0_0 是客户端，peer1_0 是服务器。',
    },
    escaped: { name: '转义字符串', blurb: '字节写成转义形式的字符串："\\x81\\x05Hello"。' },
    'python-bytes': { name: 'Python bytes', blurb: "Python 打印 bytes 的样子：b'\\x81\\x05Hello'。" },
    'js-buffer': { name: 'Node.js Buffer', blurb: 'Node.js 打印 Buffer 的样子：<Buffer 81 05 48>。' },
    json: { name: 'JSON', blurb: '数字数组，或者写成 JSON 的 Buffer：{"type":"Buffer","data":[129,5]}。' },
    base64: { name: 'Base64', blurb: '四个字符表示三个字节，用到 + 和 /：gQVIZWxsbw==。' },
    base64url: { name: 'Base64url', blurb: '用于网址的 Base64：以 - 和 _ 代替 + 和 /。' },
    xxd: { name: 'xxd 转储', blurb: '偏移、两字节一组的十六进制、文本：00000000: 8105 4865 ..He。' },
    'hexdump-C': { name: 'hexdump -C', blurb: '偏移、字节、竖线之间的文本：00000000 81 05 48 |..H|。' },
    'hexdump-words': { name: '不带 -C 的 hexdump', blurb: '两字节一组，后一个字节写在前面：0581 表示字节 81 05。' },
    od: { name: 'od -t x1', blurb: '八进制的偏移，后面是字节：0000020 81 05 48。' },
    tcpdump: { name: 'tcpdump -X', blurb: '从 IP 头开始的完整数据包：0x0000: 4500 003c。' },
    tshark: { name: 'tshark -x', blurb: '从链路层开始的完整数据包，每个包的偏移都从 0000 起。' },
    'wireshark-dump': { name: 'Wireshark 十六进制转储', blurb: '偏移、字节，可能还有文本：0000 81 05 48 ..H。' },
    'follow-hex': { name: '追踪流，十六进制转储', blurb: '两个方向各有自己的偏移，服务器的行有缩进。' },
    'follow-raw': { name: '追踪流，原始数据', blurb: '两个方向的纯十六进制，服务器的行有缩进。' },
    'follow-yaml': { name: '追踪流，YAML', blurb: '写明发送方和 base64 数据的各个包：peer: 0，data: !!binary。' },
    'http-text': { name: 'HTTP 文本', blurb: '文本形式的请求或响应，空行之后可能还有字节。' },
    raw: { name: '原始字节', blurb: '文件的本来内容，一个字节都不变。' },
  },
  problems: {
    empty: {
      title: '没有可读的内容',
      says: '这段文本里没有字节。',
    },
    'invalid-character': {
      title: '不该出现在这里',
      says: '第 {{line}} 行第 {{column}} 列：“{{character}}”不该出现在这里。',
      'says_hex-digit': '第 {{line}} 行第 {{column}} 列：“{{character}}”不是十六进制数字。',
      'says_digit-16': '第 {{line}} 行第 {{column}} 列：“{{character}}”不是十六进制数字。',
      says_digit: '第 {{line}} 行第 {{column}} 列：“{{character}}”不是数字。',
      'says_digit-8': '第 {{line}} 行第 {{column}} 列：“{{character}}”不是八进制数字（0 到 7）。',
      'says_digit-2': '第 {{line}} 行第 {{column}} 列：“{{character}}”既不是 0 也不是 1。',
      says_number: '第 {{line}} 行第 {{column}} 列：这里应当是一个数，而不是“{{character}}”。',
      says_word: '第 {{line}} 行第 {{column}} 列：“{{word}}”不属于这些字节，已略过。',
      says_offset: '第 {{line}} 行第 {{column}} 列：这一行不以偏移开头，已略过。',
      says_base64: '第 {{line}} 行第 {{column}} 列：“{{character}}”不是 base64 的字符。',
      says_base64url: '第 {{line}} 行第 {{column}} 列：“{{character}}”不是 base64url 的字符。',
      says_ascii: '第 {{line}} 行第 {{column}} 列：“{{character}}”超出了 ASCII，本该写成字节或转义。',
      says_byte: '第 {{line}} 行第 {{column}} 列：这里丢了一个字节：有程序用 U+FFFD 代替了它。',
      says_character: '第 {{line}} 行第 {{column}} 列：这是半个字符，不表示任何字节。',
      says_end: '第 {{line}} 行第 {{column}} 列：字节到这之前就结束了，后面的已略过。',
    },
    'odd-digits': {
      title: '只有半个字节',
      says: '第 {{line}} 行第 {{column}} 列：多出一位“{{character}}”，一个字节要两位。',
    },
    'value-out-of-range': {
      title: '数太大',
      says: '第 {{line}} 行第 {{column}} 列：“{{value}}”太大，这里最大是 {{expected}}。',
    },
    'offset-mismatch': {
      title: '偏移对不上',
      says: '第 {{line}} 行第 {{column}} 列：这里写的是 {{found}}，按字节数却是 {{expected}}（十进制）。可能缺了一行，或者重复了一行。',
    },
    'gutter-mismatch': {
      title: '旁边的文本对不上',
      says: '第 {{line}} 行第 {{column}} 列：字节旁边的文本与字节不一致。',
    },
    'bad-padding': {
      title: 'Base64 的结尾不对',
      says: '第 {{line}} 行第 {{column}} 列：base64 不能这样结束，字符或等号少了或者多了。',
      'says_zero-bits': '第 {{line}} 行第 {{column}} 列：这段 base64 的最后一个字符带有不属于任何字节的位。',
      says_end: '第 {{line}} 行第 {{column}} 列：等号之后 base64 就结束了，后面却还有内容。',
    },
    unterminated: {
      title: '缺少结尾',
      says: '第 {{line}} 行第 {{column}} 列：从这里开始，却没有结尾。',
      'says_blank-line': '第 {{line}} 行第 {{column}} 列：头部末尾没有空行。',
      says_offset: '第 {{line}} 行第 {{column}} 列：* 表示重复的行，后面却没有偏移说明重复到哪里。',
    },
    'bad-escape': {
      title: '未知的转义',
      says: '第 {{line}} 行第 {{column}} 列：“{{escape}}”不表示任何字节。',
    },
    'bad-packet': {
      title: '读不了这个包',
      says: '第 {{line}} 行第 {{column}} 列：第 {{packet}} 个包无法按 IP 上的 TCP 来读。',
    },
    'segment-missing': {
      title: '缺少 TCP 段',
      says: '第 {{line}} 行第 {{column}} 列：第 {{packet}} 个包之前，数据流有 {{missing}} 个字节没有抓到。',
    },
    unrecognised: {
      title: '认不出来',
      says: '没有哪种写法符合这段文本。请选一种，或者粘贴十六进制、base64、转储或 HTTP 文本。',
      'says_follow-ascii':
        '这是以 ASCII 显示的追踪流，有些字节已经丢了。请改以十六进制转储、原始数据或 YAML 显示，再复制过来。',
      says_pcap: '这是抓包文件。请在 Wireshark 里追踪 TCP 流，存成 YAML 或十六进制转储，也可以用 tshark -x。',
      says_pcapng: '这是抓包文件。请在 Wireshark 里追踪 TCP 流，存成 YAML 或十六进制转储，也可以用 tshark -x。',
      says_har: '这是 HAR 文件。它记录的是消息，不是帧：里面没有掩码、分片和控制帧。',
    },
  },
  reasons,
};
export default zh;
