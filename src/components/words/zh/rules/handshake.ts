import type en from '../../en/rules/handshake.ts';
import type { WordsLike } from '../../types.ts';

/** Rules about the request and the response of every generation. */
const zh: WordsLike<typeof en> = {
  // HTTP heads
  'head-incomplete': {
    title: '握手没有结束',
    says: '握手还没有结束，字节就没有了。',
    'says_too-long': '开头 1 MiB 里没有空行，不会有谁再等这个头部结束。',
    why: '剩下的也许在后面的 TCP 段里；在那之前，谁也无法判断全貌。',
  },
  'bare-lf': {
    title: '行尾没有 CR',
    says: '只以 LF 而不是 CR LF 结尾的行：{{count}} 行。',
    why: 'HTTP 的行以 CR LF 结尾。很多实现能容忍单独的 LF，有些不能；读法一旦不同，就可能有请求从其中一个眼皮底下混过去。',
  },
  'blank-line-before-head': {
    title: '头部之前有空行',
    says: '首行之前有一个空行。',
    why: '那里不该有任何内容。早年有些客户端会在前一个请求之后多发一个空行，所以服务器可以跳过它。',
  },
  'header-malformed': {
    title: '不是头字段',
    says: '这一行不是“name: value”。',
    'says_colon-missing': '这一行没有冒号。',
    'says_name-empty': '冒号前面没有字段名。',
    'says_name-invalid': '字段名“{{name}}”里有不允许的字符。',
    'says_space-before-colon': '字段名“{{name}}”和冒号之间有空格。',
    'says_control-character': '“{{name}}”的值里有控制字符。',
    why: '头字段由名称、冒号和值组成，冒号前不能有空格。靠猜的话，两个实现会看到两个不同的请求。',
  },
  'header-folded': {
    title: '头字段折成了两行',
    says: '这一行以空格或制表符开头，接在上一个头字段之后。',
    why: 'HTTP 从前允许这样写，现在不允许了；有的实现会把两行接起来，有的会拒绝。',
  },
  'request-line-malformed': {
    title: '不是请求行',
    says: '首行不是以单个空格隔开的方法、目标和 HTTP 版本。',
    'says_method-malformed': '方法里有不允许的字符。',
    'says_target-missing': '方法和 HTTP 版本之间没有请求目标。',
    'says_version-missing': '行尾没有 HTTP 版本。',
    'says_version-malformed': 'HTTP 版本没有写成 HTTP/1.1 的样子。',
    says_spaces: '三个部分之间必须正好隔一个空格，内部不能有空格。',
    why: '这一行读得通，后面的内容才有意义。',
  },
  'status-line-malformed': {
    title: '不是状态行',
    says: '首行不是 HTTP 版本、三位数字和短语。',
    'says_version-malformed': 'HTTP 版本没有写成 HTTP/1.1 的样子。',
    'says_status-malformed': '状态码不是三位数字。',
    says_spaces: '状态码前面必须正好有一个空格。',
    why: '没有状态码，客户端就不知道服务器有没有同意。',
  },
  method: {
    title: '方法不是 GET',
    says: '方法是“{{method}}”，握手必须用 GET。',
    why: 'HTTP/1.1 上的握手都用 GET。只有 HTTP/2 和 HTTP/3 用 CONNECT，那是另一种握手。',
  },
  'http-version': {
    title: 'HTTP 版本太旧',
    says: '{{version}} 太旧：握手需要 HTTP/1.1 或更高版本。',
    why: 'HTTP/1.0 没有 Upgrade，也就没有办法在连接上切换协议。',
  },
  'target-invalid': {
    title: '请求目标无效',
    says: '请求目标必须是以 / 开头的路径，或完整的 http、https 地址。',
    says_fragment: '请求目标里有 #；地址的那一部分是不发送的。',
    says_character: '请求目标里有个字符，本该写成 % 加两位十六进制。',
    why: '它告诉服务器，要的是哪一个服务。',
  },
  'host-missing': {
    title: '缺少 Host',
    says: '请求里没有 Host 头字段。',
    why: '一个地址上可以有许多域名，Host 说明要访问的是哪一个。',
  },
  'host-duplicate': {
    title: 'Host 出现了两次',
    says: '第二个 Host 头字段的值是“{{host}}”。',
    why: '如果代理看第一个、服务器看第二个，就可能有请求从代理眼皮底下混过去。HTTP 服务器要答 400，哪怕两个的值相同。',
  },
  'upgrade-missing': {
    title: '缺少 Upgrade',
    says: '没有 Upgrade 头字段。',
    why: 'Upgrade: websocket 指明要切换到哪个协议。没有它，就只是普通的 HTTP。',
  },
  'upgrade-invalid': {
    title: 'Upgrade 不是 websocket',
    says: 'Upgrade 是“{{found}}”，应为 {{expected}}。',
    why: '它指明要切换到哪个协议。RFC 6455 不区分大小写；hybi-04 之前必须写成 WebSocket。',
  },
  'connection-missing': {
    title: '缺少 Connection',
    says: '没有 Connection 头字段。',
    why: 'Connection: Upgrade 表示 Upgrade 只说给路上的下一站听，免得代理没看懂就原样转发。',
  },
  'connection-invalid': {
    title: 'Connection 里没有 Upgrade',
    says: 'Connection 是“{{found}}”，应为 {{expected}}。',
    why: '它的值是一个列表，其中要有一项是 Upgrade，不区分大小写：Firefox 发的就是“keep-alive, Upgrade”。只是字面上含有 upgrade 的别的词不算。hixie 草案则要求只写 Upgrade。',
  },
  'origin-missing': {
    title: '缺少 Origin',
    says: '请求里没有 Origin 头字段。',
    why: 'Origin 是打开这条连接的网页所在的站点。hixie 草案要求所有客户端都带上，RFC 6455 只要求浏览器。',
  },
  status: {
    title: '状态码不是 101',
    says: '服务器答的是 {{status}}，没有切换协议。',
    why: '只有 101 会让连接变成 WebSocket。其他答复都是普通的 HTTP，也可能完全正当：要求登录、重定向，或者拒绝。',
  },
  'fossil-header': {
    title: '旧草案的遗留',
    says: '“{{name}}”属于 {{draft}}，在这次握手里没有意义。',
    why: '一些老教程还在教 2010 年草案里的名称。如今的客户端不理会它们。',
  },

  // The SHA-1 handshake
  'key-missing': {
    title: '缺少 Sec-WebSocket-Key',
    says: '请求里没有 Sec-WebSocket-Key。',
    why: '服务器要用这个 key 算出答复；没有它，什么也证明不了。',
  },
  'key-duplicate': {
    title: 'Sec-WebSocket-Key 重复',
    says: '请求里还有第二个 Sec-WebSocket-Key：“{{key}}”。',
    why: '两端可能各取一个，算出的答复就对不上。',
  },
  'key-invalid': {
    title: 'Sec-WebSocket-Key 格式不对',
    says: '“{{key}}”不是 16 个字节的 base64。',
    says_empty: 'key 是空的。',
    'says_not-base64': '“{{key}}”里有 base64 没有的字符。',
    'says_bad-padding': '“{{key}}”的结尾不符合 base64。',
    'says_wrong-length': '“{{key}}”是 base64，但不是 16 个字节。',
    why: 'key 有 24 个字符，以 == 结尾。16 个随机字节保证了旧的答复派不上用场。',
  },
  'key-pad-bits': {
    title: 'key 里有多余的位',
    says: 'key 的最后一个字母 {{character}} 带有不属于任何字节的位。',
    why: '16 个字节会让最后一个字母多出四位，应当都是 0，所以只会是 A、Q、g 或 w。严格的解码程序不接受别的。RFC 6455 第 4.1 节的示例 key 就有这个毛病。',
  },
  'version-missing': {
    title: '缺少版本号',
    says: '请求里没有 Sec-WebSocket-Version。',
    why: '各版草案的帧不一样，两端靠这个数字确认说的是同一种。',
  },
  'version-duplicate': {
    title: '版本号重复',
    says: '请求里还有第二个 Sec-WebSocket-Version：“{{version}}”。',
    why: '客户端只能要求一个版本。只有服务器在拒绝时，才可以列出好几个。',
  },
  'version-unsupported': {
    title: '版本不受支持',
    says: '请求要求的版本是“{{version}}”，不是这里应有的版本。',
    why: '如今必须正好是 13，而不是“13 或更高”。服务器会拒绝其他版本，并列出自己支持的，让客户端重试。',
  },
  'nonce-missing': {
    title: '缺少 Sec-WebSocket-Nonce',
    says: '版本 4 的响应要有 Sec-WebSocket-Nonce，这里没有。',
    why: '在 hybi-04 里，客户端各帧的掩码由客户端的 key 和这个 nonce 推导而来。没有它，客户端的帧一个也读不出来。',
  },
  'nonce-invalid': {
    title: 'Sec-WebSocket-Nonce 格式不对',
    says: '“{{found}}”不是 16 个字节的 base64。',
    why: 'nonce 是当作文本参与哈希的，所以什么内容都能推导出帧键。“16 个字节”是 2011 年各实现一致的做法。',
  },
  'subprotocol-malformed': {
    title: '子协议列表格式不对',
    says: '“{{name}}”不能作子协议的名称，或者已经出现过。',
    'says_not-a-token': '“{{name}}”里有子协议名称不允许的字符。',
    says_duplicate: '“{{name}}”列了两次。',
    says_empty: '子协议列表是空的。',
    why: '客户端用逗号隔开各个名称，每个只写一次，名称里没有空格。',
  },
  'extensions-malformed': {
    title: '扩展列表格式不对',
    says: '从这里开始，Sec-WebSocket-Extensions 无法解读。',
    why: '格式是 name; parameter=value，用逗号隔开各个扩展。它决定了帧的含义，两端的读法必须一致。',
  },
  'accept-missing': {
    title: '缺少 Sec-WebSocket-Accept',
    says: '响应里没有 Sec-WebSocket-Accept。',
    why: '只有它能证明服务器读懂了这次握手，而不是碰巧回了 101 的别的东西。',
  },
  'accept-duplicate': {
    title: 'Sec-WebSocket-Accept 重复',
    says: '响应里还有第二个 Sec-WebSocket-Accept：“{{accept}}”。',
    why: '一个 key 只有一个答复。多出来的那个，要么是路上有人加的，要么是写错了。',
  },
  'accept-mismatch': {
    title: 'Sec-WebSocket-Accept 不对',
    says: '“{{found}}”与请求里的 key 对不上。',
    'says_not-base64': '“{{found}}”不可能是任何 key 的答复：它不是 20 个字节的 base64。',
    'says_bad-padding': '“{{found}}”不可能是任何 key 的答复：它不是 20 个字节的 base64。',
    'says_wrong-length': '“{{found}}”不可能是任何 key 的答复：它不是 20 个字节的 base64。',
    why: '服务器把 key 的文本接上固定文本 258EAFA5-E914-47DA-95CA-C5AB0DC85B11，算出 SHA-1，再把 20 个字节写成 base64。客户端照样算一遍，然后比较。',
  },
  'subprotocol-not-offered': {
    title: '子协议不在列表里',
    says: '服务器选的是“{{found}}”，客户端提出的是“{{offered}}”。',
    why: '服务器从客户端的列表里选一个，或者干脆不发这个头字段。别的子协议，客户端可能不懂。',
  },
  'subprotocol-duplicate': {
    title: '子协议重复',
    says: '响应里还有第二个子协议：“{{name}}”。',
    why: '客户端给出列表，服务器只答一个名称。',
  },
  'extension-not-offered': {
    title: '扩展不在列表里',
    says: '服务器用了“{{extension}}”，客户端没有提出过。',
    why: '扩展会改变帧的含义。服务器只能从客户端提出的扩展里选。',
  },
  'pmd-invalid-parameter': {
    title: '未知的压缩参数',
    says: 'permessage-deflate 没有“{{parameter}}”这个参数。',
    why: '它的参数只有 server_no_context_takeover、client_no_context_takeover、server_max_window_bits 和 client_max_window_bits。多了别的，两端对怎么解压就可能理解不同。',
  },
  'pmd-invalid-value': {
    title: '压缩参数的值不对',
    says: '{{parameter}} 缺少值，或者值不允许。',
    why: '窗口位数表示压缩时最多能往回参考多远（2⁸ 到 2¹⁵ 字节），是 8 到 15 的十进制数；两个 no_context_takeover 参数没有值。',
  },
  'pmd-duplicate-parameter': {
    title: '压缩参数重复',
    says: '{{parameter}} 出现了不止一次。',
    why: '同一个参数给了两次，就不知道该以哪个为准。',
  },
  'pmd-client-max-window-bits-not-offered': {
    title: '擅自限制客户端窗口',
    says: '服务器把客户端的窗口限制为 {{value}} 位，但客户端没有提出 client_max_window_bits。',
    why: '提出它，等于说“我能用更小的窗口压缩”。没有提出的客户端未必做得到。',
  },
  'pmd-server-no-context-takeover-missing': {
    title: '服务器仍会往回参考',
    says: '客户端要求 server_no_context_takeover；服务器接受了压缩，却没有答应这一条。',
    why: '客户端希望服务器压缩每条消息时都不参考前面的消息，也许是因为自己留不住它们。服务器不愿意的话，就该谢绝这个扩展。',
  },
  'pmd-server-max-window-bits-missing': {
    title: '服务器没有限制窗口',
    says: '客户端要求服务器的窗口最多 {{offered}} 位；服务器接受了压缩，却没有照办。',
    why: '客户端希望窗口小一些，也许是没有内存放更大的。服务器必须回以相同或更小的值，否则就该谢绝这个扩展。',
  },
  'pmd-server-max-window-bits-too-big': {
    title: '服务器窗口太大',
    says: '客户端要求服务器的窗口最多 {{offered}} 位，服务器答的是 {{value}} 位。',
    why: '客户端也许没有内存放更大的窗口。服务器必须回以相同或更小的值，否则就该谢绝这个扩展。',
  },
  'pmd-offer-declined': {
    title: '无法接受的提议',
    says: '这条 permessage-deflate 提议在 {{parameter}} 处写得不对，服务器会谢绝它。',
    why: '不会有什么损失：连接照常建立，只是不压缩，或者改用另一条提议。',
  },
  'extension-duplicate': {
    title: '扩展重复',
    says: '响应不止一次用了 {{extension}}。',
    why: '每个扩展都会改变帧。同一个用两次，等于两次占用同一个位。',
  },

  // The two hixie handshakes
  'hixie-key-missing': {
    title: '质询不完整',
    says: '请求里没有 {{key}}；Sec-WebSocket-Key1 和 -Key2 缺一不可。',
    why: '答复是三样合在一起的 MD5：Key1、Key2，以及头部之后的八个字节。',
  },
  'hixie-key-duplicate': {
    title: 'Key1 或 Key2 重复',
    says: '请求里的 {{key}} 出现了不止一次。',
    why: '两端可能各取一个，算出的答复就对不上。',
  },
  'hixie-key-no-digits': {
    title: 'key 里没有数字',
    says: '{{key}} 里一个数字也没有。',
    why: '被除数就是由 key 里的数字连成的。服务器只能放弃。',
  },
  'hixie-key-no-spaces': {
    title: 'key 里没有空格',
    says: '{{key}} 里一个空格也没有。',
    why: '空格的个数是除数，而零不能作除数。服务器只能放弃。',
  },
  'hixie-key-not-divisible': {
    title: '除不尽',
    says: '{{key}}：{{digits}} 除以 {{spaces}}，余 {{remainder}}。',
    why: '客户端造 key 时用的就是倍数，所以要么整除，要么 key 有错，从不取整。如果连续的空格在路上被并成一个（HTML 和聊天软件会这样），就会出现这种情况。',
  },
  'hixie-key-number-too-big': {
    title: '数太大',
    says: '{{key}}：{{digits}} 大于 4294967295。',
    why: '客户端绝不会造出这样的数：它必须能放进 32 位。',
  },
  'hixie-key-spaces-collapsed': {
    title: '可能丢了空格',
    says: '假如空格比现在多，一切就对得上：连着的空格多半在路上被并成了一个。',
    why: 'HTML、聊天软件和论坛会把几个空格并成一个。如果碰巧还能整除，答复就是错的，而且再没有别的迹象。',
  },
  'challenge-response-mismatch': {
    title: '质询的答复不对',
    says: '应为 {{expected}}，实际是 {{found}}。',
    why: '它们表明服务器读到了两个 key 和那八个字节。应当紧跟响应头，以原始字节发送，不写成十六进制，也不写成 base64。',
  },
  'hixie-response-order': {
    title: '开头几行不合规定',
    says: '第 {{line}} 行是“{{found}}”，必须是“{{expected}}”。',
    why: 'hixie-75 客户端逐字节比对状态行、Upgrade 和 Connection：顺序、大小写、空格都算数。',
  },
  'hixie-origin-mismatch': {
    title: '来源不一致',
    says: '响应写的来源是“{{found}}”，而请求来自“{{expected}}”。',
    why: '重复一遍，等于服务器说：我知道是哪个站点在请求，而且同意。',
  },
  'hixie-location-mismatch': {
    title: '地址不一致',
    says: '响应写的是“{{found}}”，客户端要的是“{{expected}}”。',
    why: '服务器要把完整的 ws:// 或 wss:// 地址重复一遍，让客户端知道找对了地方。',
  },
  'hixie-origin-missing': {
    title: '没有带回来源',
    says: '响应里没有 {{expected}}。',
    why: '服务器要把请求里的来源重复一遍，等于说：我知道是哪个站点在请求，而且同意。',
  },
  'hixie-location-missing': {
    title: '没有带回地址',
    says: '响应里没有 {{expected}}。',
    why: '服务器要把完整的 ws:// 或 wss:// 地址重复一遍，让客户端知道找对了地方。',
  },
  'hixie-subprotocol-mismatch': {
    title: '子协议不一致',
    says: '响应写的子协议是“{{found}}”，客户端要的是“{{expected}}”。',
    why: '在 hixie 草案里，客户端只要求一个子协议，服务器必须原样带回。',
  },
  'hixie-field-duplicate': {
    title: '头字段重复',
    says: '响应里的 {{name}} 出现了不止一次。',
    why: 'hixie 客户端无从知道该以哪个为准，只能放弃。',
  },
};
export default zh;
