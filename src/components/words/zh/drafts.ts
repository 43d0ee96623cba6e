import type en from '../en/drafts.ts';
import type { WordsLike } from '../types.ts';

const zh: WordsLike<typeof en> = {
  texts: {
    'hixie-75': {
      name: 'hixie-75',
      blurb:
        '最早随正式版浏览器发布的 WebSocket：Chrome 4、Safari 5.0。请求很客气，响应照抄一遍，文本夹在 00 和 FF 之间。',
    },
    'hixie-76': {
      name: 'hixie-76',
      blurb: '服务器必须证明自己读过这次握手。工作组原样接手了这份草案，称为 hybi-00。',
    },
    'hybi-01': { name: 'hybi-01', blurb: '第一次有二进制的帧头：帧的种类、长度、分片。握手仍是 hixie-76 的。' },
    'hybi-02': { name: 'hybi-02', blurb: '第一份自报家门的草案：专门有一个头字段说明是哪一份。' },
    'hybi-03': { name: 'hybi-03', blurb: '握手和文本帧都没有新东西，头字段里甚至还写着 2。' },
    'hybi-04': {
      name: 'hybi-04',
      blurb: '大改造：一个 key、SHA-1、FIN，还有掩码：每一帧都由三个来源重新推算。',
    },
    'hybi-05': { name: 'hybi-05', blurb: '掩码简化了：帧的最前面是四个随机字节，原样发送；服务器不再给随机数。' },
    'hybi-06': { name: 'hybi-06', blurb: '文本帧与 hybi-05 相同。Connection 从此可以是列表，关闭帧也能说明原因。' },
    'hybi-07': {
      name: 'hybi-07',
      blurb: '今天的帧：有 MASK 位，掩码键在长度之后，只有载荷做掩码。Firefox 6 用的就是它。',
    },
    'hybi-08': { name: 'hybi-08', blurb: '发送版本号 8 的共有五份，这是第一份。为“没有收到”准备了两个关闭码。' },
    'hybi-09': { name: 'hybi-09', blurb: '一个字节也没变。没有约定过的保留位，现在会使连接失败。' },
    'hybi-10': {
      name: 'hybi-10',
      blurb: '一个字节也没变。不是 UTF-8 的文本，现在会使连接失败。Chrome 14 和 Firefox 7 发送版本号 8。',
    },
    'hybi-11': { name: 'hybi-11', blurb: '来源恢复了通常的名称。' },
    'hybi-12': { name: 'hybi-12', blurb: '只改了文字。' },
    'hybi-13': { name: 'hybi-13', blurb: '版本号变成 13，从此不再变。Chrome 16、Firefox 11、IE 10。' },
    'hybi-14': { name: 'hybi-14', blurb: '一个字节也没变。长度必须用最短的形式。' },
    'hybi-15': { name: 'hybi-15', blurb: '一个字节也没变。掩码用错的一方，会被以 1002 关闭。' },
    'hybi-16': { name: 'hybi-16', blurb: '只改了文字。' },
    'hybi-17': { name: 'hybi-17', blurb: '只改了文字。最后一份草案。' },
    rfc6455: { name: 'RFC 6455', blurb: '正式标准。握手和帧与 hybi-13 一个字节都不差。' },
  },
  changes: {
    'challenge-keys': {
      what: '两个由数字、空格和杂字符组成的 key，空行后面还有 8 个原始字节。',
      why: 'hixie-75 的响应不取决于请求里的任何新内容，所以证明不了服务器看懂了请求。',
    },
    'challenge-answer': {
      what: '服务器用 16 个原始字节作答：两个商和那 8 个字节的 MD5。',
      why: '发得出它们，就读过这一次握手。除此之外什么也不证明，也不隐藏任何东西。',
    },
    'sec-names': {
      what: 'WebSocket-… 头字段改名为 Sec-WebSocket-…。',
      why: '网页里的脚本不能设置以 Sec- 开头的头字段。所以请求来自浏览器的 WebSocket，而不是伪造的 HTTP 请求。',
    },
    'free-order': {
      what: '客户端以随机顺序发送头字段。',
      why: '有意如此：免得有服务器依赖某种顺序。',
    },
    'answer-parsed': {
      what: '响应的前三行不再逐字节比较。',
      why: '多一个空格、换一种顺序，并不说明服务器不对；证明现在放在别处。',
    },
    'close-frame': {
      what: '双方各发 FF 00 来结束连接。',
      why: '以前 TCP 说断就断，没人分得清是正常结束还是出了意外。',
    },
    'binary-header': {
      what: '每一帧前面有两个字节的帧头，写明长度，取代首尾的 00 和 FF。',
      why: '接收方一开始就知道后面有多少字节；任何取值的字节都能发送，因为中间不会冒出结束标记。',
    },
    'frame-kinds': {
      what: '四个比特说明帧的种类：延续 0、关闭 1、Ping 2、Pong 3、文本 4、二进制 5。',
      why: '二进制消息、探测对方是否还在、关闭连接，都成了普通的帧。',
    },
    'more-bit': {
      what: 'MORE = 1：这条消息在后面的帧里继续。',
      why: '发送方还不知道消息有多长，就可以开始发送。',
    },
    'spare-bits': {
      what: '空出四个比特：RSV1 到 RSV4。',
      why: '给当时还没有人写出来的扩展留位置。',
    },
    'draft-header': {
      what: 'Sec-WebSocket-Draft: 2。',
      why: '各草案已经读不懂彼此的帧，请求必须说明用的是哪一份。',
    },
    'first-extension': {
      what: '文中描述了第一个扩展：压缩。',
      why: '网页的消息大多是文本，很好压缩。多年以后的成果就是 permessage-deflate。',
    },
    'close-body-match': {
      what: '关闭帧的内容要与应答的关闭帧相互对照。',
      why: '这样才分得清：收到的是应答，还是对方同时发出、在途中错过的关闭帧。',
    },
    'version-header': {
      what: 'Sec-WebSocket-Draft 改为 Sec-WebSocket-Version，值是 4。',
      why: '要紧的是发送什么，而不是读过哪一份文本。从此两种编号各走各的。',
    },
    'sha1-accept': {
      what: '一个 base64 的 key，经过 SHA-1，得到一个 base64 的答复。不用数空格，头部后面也没有原始字节。',
      why: '没有 Content-Length 的字节会卡在代理里；靠数空格的 key，一复制就坏。',
    },
    'server-nonce': {
      what: '服务器增加 Sec-WebSocket-Nonce：它自己的 16 个随机字节。',
      why: '掩码要用到它，所以在服务器作答之前，谁也推算不出掩码。',
    },
    'frame-mask': {
      what: '客户端的每一帧，连同帧头，都与 SHA-1 得出的 20 个字节做异或。',
      why: '2010 年有研究者证明：糊涂的代理会把网页发送的内容当成 HTTP 请求。所以网页选定的内容，一点也不能原样发送。',
    },
    'fin-bit': {
      what: 'MORE 反过来，改名 FIN：1 表示最后一帧。',
      why: '同一个比特，含义相反。',
    },
    'extensions-header': {
      what: 'Sec-WebSocket-Extensions：客户端提出，服务器选定。',
      why: '保留位表示什么，总得有双方的约定。',
    },
    'sec-origin': {
      what: 'Origin 改为 Sec-WebSocket-Origin。',
      why: '新名称带着脚本设置不了的前缀。hybi-11 又改了回来。',
    },
    'location-dropped': {
      what: '响应不再照抄地址：Sec-WebSocket-Location 取消了。',
      why: 'accept 已经表明服务器读过请求。',
    },
    'upgrade-any-case': {
      what: 'Upgrade: websocket，大小写都行；响应就是普通的 101 Switching Protocols。',
      why: 'HTTP 比较这类词时不分大小写，各种库本来就这么做。',
    },
    'protocol-commas': {
      what: '子协议之间改用逗号，不再用空格。',
      why: 'HTTP 的列表就是这样写的。',
    },
    'new-version': {
      what: '新的版本号。',
      why: '彼此读不懂的两端，应当在握手时就发现，而不是等到第一帧。',
    },
    'nonce-dropped': {
      what: '取消 Sec-WebSocket-Nonce。',
      why: '不再有什么由它算出。每一帧都用随机字节，已足以让网页无法预料自己的字节。',
    },
    'key-in-clear': {
      what: '帧的前四个字节就是掩码键；帧头和载荷都与它做异或。',
      why: '不必每一帧都算 SHA-1。掩码在途中不必保密，只要网页事先不知道就行。',
    },
    'close-letter': {
      what: '关闭帧的内容以一个字母开头：客户端发的是 C，服务器发的是 S。',
      why: '这样双方都分得清：收到的是对方的关闭帧，还是自己那一帧被送了回来。',
    },
    'close-body': {
      what: '关闭帧的内容：两个字节的关闭码，然后是原因。',
      why: '好让对方知道为什么。',
    },
    'connection-list': {
      what: 'Connection 只需包含 Upgrade，不必等于它。',
      why: '在 HTTP 里它是列表。Firefox 发的是 keep-alive, Upgrade。',
    },
    'mask-bit': {
      what: '掩码键移到长度之后，由 MASK 位说明它在不在；只有载荷做掩码。',
      why: '不用先去掉掩码就能看到种类和长度，有没有掩码也由帧自己说明。网页能随意挑选的是载荷，载荷仍有掩码。',
    },
    'new-opcodes': {
      what: '操作码重新编号：0、1、2 是数据，8、9、A 是控制。',
      why: '一个比特就能区分控制帧和数据帧，将来新增的也一样。',
    },
    'codes-never-sent': {
      what: '出现关闭码 1005 和 1006，它们从不发送。',
      why: '应用程序需要说法来表示“没有收到关闭码”和“没有收到关闭帧”。',
    },
    'rsv-fails': {
      what: '没有扩展却设置了 RSV1 到 RSV3：使连接失败。',
      why: '没有约定过的比特可以是任何意思。继续下去只能靠猜。',
    },
    'utf8-fails': {
      what: '文本不是 UTF-8：使连接失败，关闭码 1007。',
      why: '以前这样的字节会被悄悄替换，两边拿到的文本就不一样了。',
    },
    'plain-origin': {
      what: 'Sec-WebSocket-Origin 改回 Origin。',
      why: '浏览器和服务器本来就有这个头字段，别的请求也用它。',
    },
    'versions-listed': {
      what: '服务器列出它支持的所有版本。',
      why: '被拒绝的客户端可以用其中之一再试。',
    },
    'close-codes': {
      what: '增加关闭码 1008、1009、1010；1004 不再有含义。',
      why: '“太大”从 1004 移到 1009；违反策略、缺少扩展也各有了关闭码。',
    },
    'subprotocol-offered': {
      what: '服务器选了没有提出过的子协议：客户端使连接失败。',
      why: '否则两边会用不同的方式读同样的消息。',
    },
    'shortest-length': {
      what: '长度必须用三种形式中最短的一种。',
      why: '一个长度只有一种写法，谁读都一样。',
    },
    'once-only': {
      what: 'Sec-WebSocket-Key 和 Sec-WebSocket-Accept 在头部里只能各出现一次。',
      why: '要是有两个，不同的读者可能取不同的那一个。',
    },
    'mask-enforced': {
      what: '客户端的帧没有掩码，或服务器的帧有掩码：以 1002 关闭。',
      why: '只靠自觉的保护，谁也保护不了。',
    },
    'versions-required': {
      what: '拒绝某个版本的服务器，必须列出它支持的版本。',
      why: '客户端没有别的办法知道。',
    },
    'last-codes': {
      what: '增加关闭码 1011 和 1015。',
      why: '一个表示服务器内部出错，一个表示 TLS 失败；后者从不发送。',
    },
  },
  afterwards: {
    rfc7692: {
      name: '压缩',
      blurb: 'permessage-deflate：在 Sec-WebSocket-Extensions 里约定，在帧里用 RSV1 标明。',
    },
    rfc8441: {
      name: '经由 HTTP/2 的 WebSocket',
      blurb: '一个扩展的 CONNECT 打开一个流，帧装在这个流的 DATA 帧里传送。',
    },
    rfc9220: { name: '经由 HTTP/3 的 WebSocket', blurb: '同样的请求，走 HTTP/3 的流，下面是 QUIC。' },
  },
};

export default zh;
