import type en from '../../en/codes/mistakes.ts';
import type { WordsLike } from '../../types.ts';

const zh: WordsLike<typeof en> = {
  'key-decoded': {
    did: '先把 key 从 base64 解码，再算哈希。',
    mend: '直接用 key 的文本计算，用不着它的字节。',
  },
  'hex-digest': {
    did: '把哈希值的十六进制文本拿去做了 base64。',
    mend: '要做 base64 的是哈希值的 20 个原始字节：用 digest()，不是 hexdigest()。',
  },
  'upper-case-hex-digest': {
    did: '把哈希值的大写十六进制文本拿去做了 base64。',
    mend: '要做 base64 的是哈希值的 20 个原始字节，不是十六进制文本。',
  },
  'hex-not-base64': { did: '哈希值以十六进制发送。', mend: '把哈希值的 20 个原始字节写成 base64。' },
  'lower-case-guid': {
    did: '固定文本写成了小写。',
    mend: '258EAFA5-E914-47DA-95CA-C5AB0DC85B11 要用大写：它作为文本参与计算，每个字母都算数。',
  },
  'no-guid': {
    did: '只用 key 算了哈希。',
    mend: '计算之前，先在 key 后面接上 258EAFA5-E914-47DA-95CA-C5AB0DC85B11。',
  },
  'guid-first': { did: '固定文本放在了 key 前面。', mend: 'key 在前，固定文本在后。' },
  'guid-only': {
    did: '只用固定文本算了哈希，没有 key。',
    mend: '前面要有这次请求的 key；请检查有没有从头字段里取到它。',
  },
  'guid-without-dashes': {
    did: '固定文本去掉了连字符。',
    mend: '连字符也是它的一部分：258EAFA5-E914-47DA-95CA-C5AB0DC85B11。',
  },
  'guid-typo': {
    did: '固定文本抄错了：结尾成了 5AB5DC11B735，有些网页上就是这么写的。',
    mend: '照 RFC 6455 抄：258EAFA5-E914-47DA-95CA-C5AB0DC85B11。',
  },
  'crlf-kept': { did: 'key 后面留着行尾的 CR LF。', mend: '使用字段值之前，先去掉行尾和前后的空格。' },
  'cr-kept': {
    did: 'key 后面留着行尾的 CR。',
    mend: '行以 CR LF 结尾：按 LF 切分会剩下 CR，要把它去掉。',
  },
  'lf-kept': { did: 'key 后面留着一个换行符。', mend: '使用字段值之前，先去掉行尾和前后的空格。' },
  'leading-space-kept': {
    did: 'key 前面留着冒号后的空格。',
    mend: '去掉字段值前后的空格：按冒号切分，前面会剩一个。',
  },
  'space-between': { did: 'key 和固定文本之间多了一个空格。', mend: '两者直接相连，中间什么都不加。' },
  'trailing-newline': {
    did: '固定文本后面多了一个换行符。',
    mend: '参与计算的正好是 60 个字符。在命令行里，echo 会加换行符，printf 不会。',
  },
  'quoted-key': { did: '连同引号一起算了 key 的哈希。', mend: '引号不是 key 的一部分。' },
  'key-padding-stripped': {
    did: 'key 末尾的 == 丢了。',
    mend: '要用 key 的全部 24 个字符；按 = 切分头字段就会弄丢它们。',
  },
  'key-lower-case': { did: 'key 被转成了小写。', mend: '只有字段名可以转，字段值要保持原样。' },
  'utf-16': {
    did: '文本按每个字符两个字节（UTF-16）算了哈希。',
    mend: '先把文本转成 ASCII 或 UTF-8 字节，一个字符一个字节，再计算。',
  },
  'trailing-nul': {
    did: '固定文本后面多算了一个零字节。',
    mend: 'C 语言的 sizeof 会把字符串末尾的零字节算进去；应当只算 strlen 个字节，一共 60 个。',
  },
  'sha1-twice': { did: 'SHA-1 算了两遍。', mend: '只算一遍，得到的 20 个字节直接写成 base64。' },
  sha256: { did: '用了 SHA-256。', mend: '应当用 SHA-1：accept 总是 28 个字符，不会是 44 个。' },
  md5: { did: '用了 MD5。', mend: '应当用 SHA-1。MD5 属于 hixie-76 的握手。' },
  'md5-hex-digest': {
    did: '用了 MD5，还把它的十六进制文本拿去做了 base64。',
    mend: '应当用 SHA-1，并把它的 20 个原始字节写成 base64。',
  },
  'key-echoed': {
    did: '把 key 原样发了回来。',
    mend: '接上固定文本，算出 SHA-1，再发送它的 base64。',
  },
  'url-safe-alphabet': {
    did: '哈希值是对的，但 base64 用了 - 和 _。',
    mend: '要用普通的 base64 字符表，也就是 + 和 /。',
  },
  'url-safe-alphabet-unpadded': {
    did: '哈希值是对的，但 base64 用了 - 和 _，末尾还少了 =。',
    mend: '要用普通的 base64 字符表，也就是 + 和 /，并保留 =。',
  },
  'missing-padding': {
    did: '哈希值是对的，但末尾少了 =。',
    mend: 'accept 总是 28 个字符，最后一个是 =。',
  },
  'lower-case': { did: '正确的 accept 被转成了小写。', mend: 'base64 区分大小写，要原样发送。' },
  'quoted-accept': { did: '正确的 accept 被加上了引号。', mend: '发送时不要加引号。' },
  'wrong-key-sample-draft04': {
    did: '这是草案 04 的示例答复，它从来就不对，连对它自己的 key 也不成立。',
    mend: '用这次请求的 key 来计算，不要拿那个示例做测试。',
  },
  'sample-accept': {
    did: '不管 key 是什么，答的都是 RFC 6455 的示例。',
    mend: '用这次请求的 key 来计算。',
  },
};
export default zh;
