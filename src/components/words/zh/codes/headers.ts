import type en from '../../en/codes/headers.ts';
import type { WordsLike } from '../../types.ts';

const zh: WordsLike<typeof en> = {
  host: '服务器的域名，端口不是默认值时也要写上。一个地址上可以有许多域名；没有 Host 就不知道要访问哪一个，请求会被拒绝。',
  upgrade:
    '指明要切换到哪个协议：如今是不区分大小写的 websocket，hixie 草案里必须写成 WebSocket。没有它，请求就是普通的 HTTP，得到的也是普通的响应。',
  connection:
    '一个列表，其中要有 Upgrade，不区分大小写：表示 Upgrade 只说给路上的下一站听，免得代理没看懂就转发。Firefox 发的是“keep-alive, Upgrade”。',
  origin:
    '打开连接的网页所在的站点，浏览器一定会带上。检查它是服务器的责任：不检查的话，任何网页都能借访问者的 Cookie 来连接。',
  cookie: '服务器所在站点的 Cookie，与其他 HTTP 请求一样。不管连接是哪个网页打开的，它都会带上，所以要检查 Origin。',
  'set-cookie': '保存 Cookie，与其他 HTTP 响应一样。',
  authorization: '登录信息，与其他 HTTP 请求一样。网页无法为 WebSocket 设置它，其他客户端可以。',
  'www-authenticate': '随 401 一起发送，说明要怎样登录。这时还没有 WebSocket。',
  location: '随重定向一起发送，说明该去哪里。客户端可以跟随，也可以放弃；浏览器会放弃。',
  'content-length': '后面的正文有多少字节。握手没有正文，拒绝时可能有。',
  'content-type': '后面的正文是什么类型。握手没有正文，拒绝时可能有。',
  'transfer-encoding': '正文以什么方式传输，比如分块。握手没有正文，拒绝时可能有。',
  'user-agent': '发出请求的是什么程序。握手用不到它。',
  server: '作出响应的是什么程序。握手用不到它。',
  date: '响应生成的时间。握手用不到它。',
  pragma: '从前用来表示 no-cache 的写法。浏览器带上它，是不想让路上有谁用缓存来回答。',
  'cache-control': '一般是 no-cache：浏览器带上它，是不想让路上有谁用缓存来回答。',
  'accept-encoding': '客户端能读懂的 HTTP 正文压缩方式，与 permessage-deflate 无关。',
  'accept-language': '用户偏好的语言。握手用不到它。',
  'sec-websocket-key': '16 个随机字节的 base64，每条连接都换新。服务器要用它算出答复；没有它，请求会被拒绝。',
  'sec-websocket-accept':
    '服务器对 key 的答复：28 个字符的 base64，内容是一个 SHA-1 哈希值。缺少或不对，客户端就断开连接。',
  'sec-websocket-version': '在请求里是所要求的那一个版本：13。在拒绝的响应里是服务器支持的各个版本，让客户端重试。',
  'sec-websocket-extensions': '在请求里是按偏好排列的扩展提议，在响应里是接受了的扩展。没有它，帧就是最基本的样子。',
  'sec-websocket-protocol':
    '在请求里是可选的子协议，也就是消息内容的约定；在响应里是选中的那一个。没有它，就等于两端什么都没有约定。',
  'sec-websocket-origin':
    'hixie-76：响应用它带回请求的来源。hybi-04 到 hybi-10：请求里的 Origin 用的就是这个名称。RFC 6455 没有它。',
  'sec-websocket-location': 'hixie-76：响应用它带回完整的 ws:// 或 wss:// 地址。RFC 6455 没有它。',
  'sec-websocket-key1': 'hixie-76：两个数中的第一个，藏在数字、空格和干扰字符里。没有它就无从作答。',
  'sec-websocket-key2': 'hixie-76：两个数中的第二个，藏在数字、空格和干扰字符里。没有它就无从作答。',
  'sec-websocket-draft': 'hybi-02 和 hybi-03：还没有版本号的时候，用它说明用的是哪份草案。',
  'sec-websocket-nonce': 'hybi-04：服务器的随机字节，与 key 一起推算出那份草案所用的掩码。hybi-05 取消了它。',
  'websocket-origin': 'hixie-75：响应用它带回请求的来源。RFC 6455 没有它。',
  'websocket-location': 'hixie-75：响应用它带回完整的 ws:// 地址。RFC 6455 没有它。',
  'websocket-protocol': 'hixie-75：请求的那一个子协议，响应原样带回。如今是 Sec-WebSocket-Protocol。',
};
export default zh;
