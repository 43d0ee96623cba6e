import type { FieldId } from '../../../protocol/model/fields.ts';
import type { FieldWords } from '../en/fields/words.ts';
import frame from './fields/frame.ts';

export default {
  // HTTP heads
  request: {
    name: '握手请求',
    short: '请求',
    blurb: '客户端最先发出的内容：看上去就是普通的 HTTP GET，只是要求切换协议。收到响应之前，客户端不得发送任何帧。',
  },
  response: {
    name: '握手响应',
    short: '响应',
    blurb:
      '服务器的答复。状态码是 101 时，HTTP 到此结束，同一条 TCP 连接从此改用 WebSocket；其他状态码都只是普通的 HTTP 响应。',
  },
  'interim-response': {
    name: '临时响应',
    short: '临时',
    blurb: '状态码在 100 到 199 之间、又不是 101 的响应。它还不是答复：客户端要跳过所有这样的响应，等待最终的那一个。',
  },
  'request-line': {
    name: '请求行',
    short: '首行',
    blurb: '依次是方法、请求目标和 HTTP 版本，中间各隔一个空格。',
  },
  'status-line': {
    name: '状态行',
    short: '首行',
    blurb: '依次是 HTTP 版本、决定成败的状态码，以及一段给人看的短语。',
  },
  method: {
    name: '方法',
    short: '方法',
    blurb: '这里一定是 GET，而且必须大写：HTTP 方法区分大小写。',
  },
  target: {
    name: '请求目标',
    short: '目标',
    blurb: '所打开地址中的路径，有查询串时也包括在内。和其他 HTTP 请求一样，由它选定服务器上的哪个服务。',
  },
  'http-version': {
    name: 'HTTP 版本',
    short: '版本',
    blurb:
      '至少是 HTTP/1.1：HTTP/1.0 还没有“在连接上切换协议”这回事。HTTP/2 和 HTTP/3 用另一种方式建立 WebSocket，没有这一行。',
  },
  'status-code': {
    name: '状态码',
    short: '状态码',
    blurb:
      '101 表示“切换协议”。其他数字都是普通的 HTTP 响应，WebSocket 没有建立：401 要求登录，403 多半是拒绝了来源，426 要求换一个版本。',
  },
  'reason-phrase': {
    name: '原因短语',
    short: '短语',
    blurb: '写给人看的，RFC 6455 不限定内容。两份 hixie 草案规定了写法，hixie-75 客户端甚至会逐字节比对整行。',
  },
  header: {
    name: '头字段',
    short: '头字段',
    blurb: '一行“name: value”。各行的先后没有意义；唯一的例外是 hixie-75 的响应，开头几行的顺序是固定的。',
  },
  'header-name': {
    name: '字段名',
    short: '名称',
    blurb: '不区分大小写。以 Sec- 开头的字段，网页脚本无法设置；服务器由此知道，这个请求不是网页伪造的。',
  },
  'header-value': {
    name: '字段值',
    short: '值',
    blurb: '这个头字段的内容。前后的空格不算在内；有些值是用逗号分隔的列表。',
  },
  delimiter: {
    name: '分隔符',
    short: '分隔',
    blurb: '空格、冒号或换行，只起分隔作用。列在这里，是为了让每个字节都有着落。',
  },
  'blank-line': {
    name: '空行',
    short: '空行',
    blurb: '头部到此结束。后面的内容可能就在同一个 TCP 段里，所以读取方必须留住已经收到的字节，不能随头部一起丢掉。',
  },
  'http-body': {
    name: 'HTTP 正文',
    short: '正文',
    blurb: '普通 HTTP 响应的内容。服务器没有切换协议，所以这些字节不是帧。',
  },

  // Handshake values
  key: {
    name: 'Sec-WebSocket-Key',
    short: 'key',
    blurb:
      '16 个随机字节的 base64：共 24 个字符，以 == 结尾，每条连接都重新生成。服务器必须把它算进答复里，以此表明自己确实读懂了这次握手。它不是密码，也不是秘密。',
  },
  'key-nonce': {
    name: 'key 的原始字节',
    short: 'nonce',
    blurb:
      '这段 base64 文本所代表的 16 个随机字节。没有人会用到它们：答复是用文本本身算出来的。先解码再计算，是常见的错误。',
  },
  accept: {
    name: 'Sec-WebSocket-Accept',
    short: 'accept',
    blurb:
      'key 接上一段固定文本后的 SHA-1 哈希值，写成 base64：总是 28 个字符，以一个 = 结尾。它表明服务器懂得这种握手，并不表明服务器是谁。',
  },
  'accept-input': {
    name: '待哈希的文本',
    short: '输入',
    blurb:
      '原样的 key，后面紧跟固定文本 258EAFA5-E914-47DA-95CA-C5AB0DC85B11，共 24 + 36 = 60 个字符。双方各自拼出，不在线路上传输。',
  },
  'accept-expected': {
    name: '应有的 accept',
    short: '应为',
    blurb: '按这个 key 算出来的 Sec-WebSocket-Accept。客户端只要发现不一致，就会断开连接。',
  },
  'server-nonce': {
    name: '服务器 nonce',
    short: 'nonce',
    blurb: 'hybi-04：服务器的随机字节，与 key 一起推导出连接键。',
  },
  'connection-key': {
    name: '连接键',
    short: '连接键',
    blurb: 'hybi-04：key、nonce 和一个 GUID 当作文本连起来求 SHA-1。客户端各帧的帧键由它得到。',
  },
  'hixie-key': {
    name: 'Key1 或 Key2',
    short: 'key',
    blurb:
      '藏在干扰字符里的一个数：数字连起来是被除数，空格的个数是除数，其余字符没有意义。每个空格都要算，连着的也不例外。',
  },
  'hixie-key-digits': {
    name: '数字',
    short: '数字',
    blurb: '把 key 里的数字从左到右连成一个十进制数。最大可到 4294967295，超出了有符号 32 位整数的范围。',
  },
  'hixie-key-spaces': {
    name: '空格数',
    short: '空格数',
    blurb: 'key 里有几个空格（U+0020），应为 1 到 12 个。上面的数要除以它；一个空格都没有，握手就无法进行。',
  },
  'hixie-key-part': {
    name: '商',
    short: '商',
    blurb: '数字除以空格数，必须整除：不取整，也没有小数。结果写成 4 个字节，高位在前。',
  },
  key3: {
    name: 'Key3',
    short: 'key3',
    blurb:
      '空行之后的 8 个随机字节，不属于任何头字段，也没有 Content-Length。严格按 HTTP 解析的代理可能会把它们扣住或丢掉。',
  },
  challenge: {
    name: '质询',
    short: '质询',
    blurb: '共 16 个字节：Key1 的商、Key2 的商，再加上 key3。双方各自拼出，不在线路上传输。',
  },
  'challenge-expected': {
    name: '应有的答复',
    short: '应为',
    blurb: '质询的 MD5 哈希值，在这里算出：服务器应当发送的 16 个字节。',
  },
  'challenge-response': {
    name: '质询的答复',
    short: '答复',
    blurb:
      'MD5 哈希值的 16 个原始字节，紧跟在响应头之后：不放进头字段，不写成十六进制，也不写成 base64，任何字节值都可能出现。',
  },

  // RFC 6455 frames
  ...frame,
  'close-code': {
    name: '关闭码',
    short: '关闭码',
    blurb: '关闭帧载荷的前两个字节，说明连接为什么结束。关闭帧也可以是空的，这时接收方的 API 会报告 1005。',
  },
  'close-reason': {
    name: '关闭原因',
    short: '原因',
    blurb: '关闭码之后的 UTF-8 文本，最多 123 字节。它是写给日志的，不是给用户看的。',
  },

  // hixie frames
  'frame-type': {
    name: '帧类型',
    short: '类型',
    blurb:
      'hixie 帧的第一个字节。小于 0x80 时，内容一直到下一个 FF 为止，其中只有 00 型是文本；0x80 起后面跟长度。FF 00 是 hixie-76 的关闭。',
  },
  'hixie-length': {
    name: '长度（每字节 7 位）',
    short: '长度',
    blurb: '每个字节用七位，高位在前；0x80 位为 1 表示后面还有一个字节。它所指的那些字节，读完就丢弃。',
  },
  'frame-end': {
    name: '帧结束',
    short: '结束',
    blurb: 'FF 表示文本结束。UTF-8 里绝不会出现 FF，所以可以这样用；也正因如此，这种帧不能承载二进制数据。',
  },

  // Messages
  more: {
    name: 'MORE',
    short: 'M',
    blurb: 'hybi-01 到 -03 的第一位，与 FIN 相反：1 表示消息在下一帧继续。',
  },
  rsv4: {
    name: 'RSV4',
    short: 'R4',
    blurb: '第四个保留位，就在今天 MASK 的位置。',
    others:
      '留给扩展的四个位之一；没有扩展时为 0。这些草案里没有扩展用到它。从 hybi-09 起，未经协商的 1 才会使连接失败。',
  },
  'draft-opcode': {
    name: '操作码',
    short: '操作码',
    blurb: 'hybi-06 以前：0 延续，1 关闭，2 Ping，3 Pong，4 文本，5 二进制。',
  },
  'frame-nonce': {
    name: '帧 nonce',
    short: 'nonce',
    blurb: 'hybi-04 的客户端在每帧前面放的四个随机字节。它们和连接键经 SHA-1 得到这一帧的帧键。',
  },
  'frame-key': {
    name: '帧键',
    short: '帧键',
    blurb: '20 个字节，循环异或整个帧，帧头在内。两端各自推导，从不传送。',
  },
  'frame-masking-key': {
    name: '整帧的掩码键',
    short: '掩码键',
    blurb: 'hybi-05 和 -06 的客户端在每帧前面放的四个字节，从帧头第一个字节起与帧头和载荷异或。',
  },
  'masked-frame': {
    name: '掩码后的帧',
    short: '掩码后',
    blurb: '在线路上传送的帧头和载荷：不去掉掩码，连长度都读不出来。',
  },
  'frame-unmasked': {
    name: '去掩码后的帧',
    short: '去掩码后',
    blurb: '帧头和载荷去掉掩码的结果。',
  },
  message: {
    name: '消息',
    short: '消息',
    blurb: '应用程序发出的内容：一个数据帧，或者一个首帧加上若干延续帧。在哪里切开没有意义，中间还可以夹着控制帧。',
  },
  'message-payload': {
    name: '消息内容',
    short: '内容',
    blurb:
      '各帧去掩码之后的载荷，按顺序接起来。文本是不是合法的 UTF-8，在这里判断，而不是逐帧判断。如果消息经过压缩，这里就是压缩后的字节。',
  },
  'payload-inflated': {
    name: '解压后的内容',
    short: '解压后',
    blurb:
      '解压得到的内容：接好的载荷补上发送方去掉的四个字节 00 00 ff ff，再按 DEFLATE 读出。它可以引用这个方向更早的消息说过的内容。',
  },
  'inflate-ratio': {
    name: '解压后的倍数',
    short: '倍数',
    blurb: '线路上每个字节解压成多少字节，帧头不计。小于 1 说明压缩反而让消息变长了，短消息会这样。',
  },

  unparsed: {
    name: '未解析的字节',
    short: '未解析',
    blurb: '没能归到任何内容里的字节。这里不会漏掉任何东西，所以照样列出。',
  },
} satisfies Record<FieldId, FieldWords>;
