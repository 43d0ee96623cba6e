import type en from '../../en/rules/frames.ts';
import type { WordsLike } from '../../types.ts';

/** Rules about frames, messages and the capture itself. */
const zh: WordsLike<typeof en> = {
  'rsv-nonzero': {
    title: '保留位被置 1',
    says: 'RSV1、RSV2、RSV3 分别是 {{rsv1}}、{{rsv2}}、{{rsv3}}，已协商的扩展都不允许这样。',
    why: '扩展用这些位说明这一帧要换一种读法。接收方如果视而不见，就可能把压缩过的字节当成内容。',
  },
  'rsv1-on-control': {
    title: '控制帧上有 RSV1',
    says: '这个控制帧被标成了“已压缩”。',
    why: 'permessage-deflate 压缩的是消息。关闭、Ping、Pong 从不压缩。',
  },
  'rsv1-on-continuation': {
    title: '延续帧上有 RSV1',
    says: 'RSV1 出现在延续帧上，它只该出现在消息的首帧。',
    why: '压缩以整条消息为单位，由首帧说明一次就够了。',
  },
  'reserved-opcode': {
    title: '保留的操作码',
    says: '操作码 {{opcode}}（十进制）还没有定义。',
    why: '接收方无从知道这种帧的含义，跳过它又可能丢掉消息的一部分。要用新的操作码，得先协商扩展。',
  },
  'control-fragmented': {
    title: '控制帧被分片',
    says: '控制帧的 FIN 是 0。',
    why: '控制帧可以插在消息的各个分片之间，所以自己不能再分片。它最多 125 字节，一帧总放得下。',
  },
  'control-too-long': {
    title: '控制帧太长',
    says: '这个控制帧声明的载荷超过了 125 字节。',
    why: '即使正在接收一条很大的消息，控制帧也要能马上处理，所以它必须短，用不到更长的长度形式。',
  },
  'unmasked-client-frame': {
    title: '客户端的帧没有掩码',
    says: 'MASK 是 0，可这一帧来自客户端。',
    why: '客户端的每一帧都要做掩码，空帧和走 TLS 的也不例外；否则脚本就能决定线路上的字节，老旧的代理可能把它们当成请求。如果抓到的其实是服务器一侧，请切换方向。',
  },
  'masked-server-frame': {
    title: '服务器的帧做了掩码',
    says: 'MASK 是 1，可这一帧来自服务器。',
    why: '只有客户端发出的字节才可能被当成请求，所以服务器原样发送。如果抓到的其实是客户端一侧，请切换方向。',
  },
  'length-not-minimal': {
    title: '长度没用最短形式',
    says: '{{length}} 用了 {{form}} 位形式，其实 {{minimal}} 位形式就够了。',
    why: '同一个长度只有一种写法：125 以内用七位，65535 以内用两个字节，从 65536 起才用八个字节。有些编码程序问的是“长度等于 126 吗”，而不是“长度不超过 65535 吗”，就会写错。',
  },
  'length-msb-set': {
    title: '长度超出范围',
    says: '64 位长度的最高位是 1。',
    why: '这一位必须是 0，长度因此止于 2⁶³ − 1，有符号 64 位整数放得下。实际遇到时，这些字节多半不是长度：帧的起点可能找错了。',
  },
  'unexpected-continuation': {
    title: '无可延续',
    says: '这是延续帧，可是没有未完的消息。',
    why: '消息要由文本帧或二进制帧开头，之后才谈得上延续。',
  },
  'expected-continuation': {
    title: '消息里又起了一条消息',
    says: '前一条消息还没有收到最后一帧，又开始了新的消息。',
    why: '帧里没有消息编号，两条消息的分片混在一起就分不开了。中间只能插入控制帧。',
  },
  'message-too-big': {
    title: '消息太大',
    says: '加上这一帧，消息就超过了这里设定的 {{limit}} 字节上限。',
    says_inflated: '消息解压后超过了这里设定的 {{limit}} 字节上限，超出的部分出自这一帧。',
    why: '规范没有规定上限，但每个接收方都得有一个，否则对端能把它的内存占满。',
  },
  'close-payload-length-1': {
    title: '只有半个关闭码',
    says: '关闭帧的载荷只有一个字节。',
    why: '关闭帧要么是空的，要么以两个字节的关闭码开头。一个字节哪种都不是。',
  },
  'close-code-invalid': {
    title: '关闭码不允许使用',
    says: '{{code}} 不得作为关闭码发送。',
    'says_never-sent': '{{code}} 不得出现在帧里。',
    says_unused: '{{code}} 小于 1000，这样的数不是关闭码。',
    says_reserved: '{{code}} 留给协议今后的版本，还没有定义。',
    why: '1004、1005、1006 和 1015 从不在线路上出现，0 到 999 不使用，1016 到 2999 留给将来。应用程序可以用 1000，或者 3000 到 4999。',
  },
  'close-reason-invalid-utf8': {
    title: '关闭原因不是 UTF-8',
    says: '这个字节不能出现在 UTF-8 的这个位置。',
    'says_invalid-start-byte': 'UTF-8 里没有以这个字节开头的字符。',
    'says_invalid-continuation-byte': '前面开始了一个字符，而这个字节接不上去。',
    'says_truncated-sequence': '文本在一个字符的中间就结束了。',
    why: '关闭原因是文本，文本就得是 UTF-8。原因最多 123 字节，截断时不小心，就会在末尾留下半个字符。',
  },
  'invalid-utf8': {
    title: '文本不是 UTF-8',
    says: '这个字节不能出现在 UTF-8 的这个位置。',
    'says_invalid-start-byte': 'UTF-8 里没有以这个字节开头的字符。',
    'says_invalid-continuation-byte': '前面开始了一个字符，而这个字节接不上去。',
    'says_truncated-sequence': '文本在一个字符的中间就结束了。',
    why: '整条文本消息必须是合法的 UTF-8，这样两端看到的字符才一致。一个字符可以拆在两帧里；一旦后面无论来什么都补救不了，接收方就可以立即判为失败。',
  },
  'frame-after-close': {
    title: '关闭之后还有帧',
    says: '这一侧已经发过关闭帧了。',
    why: '关闭帧是一方最后发送的内容。之后再来什么，接收方都不理会。',
  },
  'masking-key-zero': {
    title: '掩码键全是零',
    says: '掩码键是 00 00 00 00，载荷等于原样发送。',
    why: '从位上看是合法的，接收方都能读。但掩码键必须无法预测：全零的话，线路上的字节又由脚本说了算。',
  },
  'masking-key-repeated': {
    title: '掩码键重复使用',
    says: '这一帧的掩码键与前面某一帧相同。',
    why: '每一帧都要用无法预测的新掩码键。测试套件会有意固定不变；出现在浏览器里就不对了。',
  },
  'pong-unsolicited': {
    title: '没有 Ping 的 Pong',
    says: '没有哪个 Ping 在等这个 Pong。',
    why: '这是允许的：它是一种单向的“我还在”，谁也不用回应。',
  },
  'frame-discarded': {
    title: '读过即弃的帧',
    says: '在这份草案里，只有 00 型的帧是文本，这一帧会被跳过。',
    why: '其他类型当时留作以后使用。接收方找到它的结尾，从后面继续读。',
  },
  'utf8-replaced': {
    title: '无效的 UTF-8 已替换',
    says: '这些字节不是 UTF-8，接收方用 U+FFFD（�）代替。',
    why: 'hybi-10 之前的草案遇到错误的文本不会失败，而是修补。RFC 6455 则以 1007 关闭。',
  },
  'bytes-end-inside-frame': {
    title: '字节在帧中间结束',
    says: '这一帧还没完，字节已经没有了。',
    says_header: '帧头还没完，字节已经没有了。',
    says_payload: '载荷还没完，字节已经没有了。还差 {{needed}} 个字节。',
    says_terminator: '表示结束的 FF 还没有来。',
    why: '到目前为止没有错。TCP 可能在任何位置切开一帧，复制这些字节的人也可能没有复制全。',
  },
  'bytes-end-inside-message': {
    title: '消息没有结束',
    says: '还缺这条消息的最后一帧，也就是 FIN 为 1 的那一帧。',
    why: '到目前为止没有错：剩下的部分也许还没来，也许没有抓到。',
  },
  'continues-unseen-message': {
    title: '没抓到开头',
    says: '这是延续帧，但开始这条消息的那一帧不在这里。',
    why: '这些字节是从连接的中途开始的。消息是文本还是二进制，写在没抓到的首帧里。',
  },
  'inflate-error': {
    title: '无法解压',
    says: '解压在消息载荷的第 {{byte}} 字节处失败。',
    'says_block-type': '消息载荷的第 {{byte}} 字节处开始了一个类型为 3 的块，DEFLATE 没有这种块。',
    'says_stored-length': '消息载荷的第 {{byte}} 字节处，存储块的长度和它的反码对不上。',
    'says_symbol-count': '消息载荷的第 {{byte}} 字节处，一个块声明了 {{count}} 个符号，而最多只有 {{most}} 个。',
    says_repeat: '消息载荷的第 {{byte}} 字节处，要重复的码长不存在，或者重复得太多。',
    'says_code-lengths': '消息载荷的第 {{byte}} 字节处的码长构不成霍夫曼编码。',
    'says_bad-code': '消息载荷的第 {{byte}} 字节处的位不是这个块里的任何编码。',
    'says_distance-too-far':
      '消息载荷的第 {{byte}} 字节处要重复 {{distance}} 字节之前的内容，但前面只有 {{known}} 字节。',
    'says_distance-beyond-window':
      '消息载荷的第 {{byte}} 字节处要重复 {{distance}} 字节之前的内容；协商的窗口是 {{window}} 字节，而已知的只有 {{known}} 字节。',
    says_truncated: '消息在一个压缩块的中间就结束了，此前解出 {{length}} 字节。',
    why: '解压不了，接收方就不知道消息说了什么；窗口若是共用的，后面的消息也读不懂。常见原因：约定了不保留上下文却保留了、没去掉 zlib 头、把每一帧而不是整条消息拿去解压。过早结束的消息，许多接收方察觉不到。',
  },
  'distance-beyond-window': {
    title: '引用超出窗口',
    says: '这里要重复 {{distance}} 字节之前的内容，而这个方向协商的窗口只有 {{window}} 字节。',
    why: '接收方可以只保留约定的那么多，这段内容它就已经忘了。保留得更多的接收方则察觉不到。',
  },
  'inflated-in-part': {
    title: '内容不全',
    says: '这条消息只能解压出一部分。',
    'says_before-capture': '{{length}} 字节中有 {{unknown}} 字节重复的是抓包开始之前发送的内容。',
    'says_after-fault': '{{length}} 字节中有 {{unknown}} 字节重复的是前面某条无法解压的消息的内容。',
    'says_bytes-lost': '它的载荷有一部分没有抓到；在那之前解出 {{length}} 字节。',
    says_limit: '解压到 {{limit}} 字节就在这里停下了，后面还有。',
    says_total: '未检查：在它之前，这个方向已经解压了 {{limit}} 字节，检查到此为止。',
    why: '压缩消息可以引用之前的消息，最远 32 KiB。没抓到的内容无从重复：这样的字节显示为 00，在文本中显示为 �。谁也没有违反规则。另外，很小的帧也能膨胀上千倍，所以解压总得有个上限。',
  },
  'bytes-before-first-frame': {
    title: '第一帧之前还有字节',
    says: '开头的字节属于半个帧，第一个完整的帧在偏移 {{start}} 处。',
    why: '帧没有可供查找的标记，所以这只是由后面各帧印证的推测。你可以另选起点。',
  },
  'frame-key-unknown': {
    title: '不知道帧键',
    says: '这 {{length}} 个字节是版本 4 的客户端发的帧；掩码要由握手的两半一起推导，而这里缺了一半。',
    why: '在 hybi-04 里，推导掩码要用两样东西：帧前面的四个字节只是一样，另一样来自 Sec-WebSocket-Key 和 Sec-WebSocket-Nonce。如果你知道连接键，可以在“假设”里填写。',
  },
  'bytes-missing': {
    title: '缺少字节',
    says: '捕获的包里没有这里的字节，共缺 {{missing}} 个，用零占位。',
    why: 'TCP 给每个字节编了号，所以知道缺了多少，后面的帧仍能找到。零所代表的内容无从得知：文本可能显得无效，帧头可能毫无意义。',
  },
  'frame-before-response': {
    title: '响应之前就发了帧',
    says: '响应还没到，客户端就发了帧。',
    why: '在那之前，客户端还不知道服务器懂不懂 WebSocket。服务器则可以紧跟着响应发送帧。',
  },
};
export default zh;
