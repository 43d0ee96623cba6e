import type en from '../../en/reference/headers.ts';
import type { WordsLike } from '../../types.ts';

const zh: WordsLike<typeof en> = {
  host: '一个地址上有许多站点。服务器也能借此看出，对方叫的是不是自己的名字。',
  upgrade:
    '在 WebSocket 出现之前，HTTP/1.1 就有办法在一条连接上改换协议。用它，服务器在同一个端口上就能决定说哪种协议。',
  connection:
    '代理转发请求之前，会删去 Connection 里列出的字段。不懂 WebSocket 的代理会因此删掉 Upgrade，握手干脆地失败，而不是半途卡住。',
  origin:
    'Cookie 跟着每个请求一起来，所以登录过并不说明是正确的网页在请求。脚本改不了 Origin；浏览器以外的程序想写什么就写什么。',
  cookie: '网页不能为 WebSocket 设置头字段，所以要带上会话，通常靠 Cookie。',
  'set-cookie': '握手的答复就是 HTTP 响应，会话可以从它开始。',
  authorization: 'HTTP 的登录方式对握手同样有效。网页无法设置它，所以令牌放在 Cookie、查询串或者第一条消息里。',
  'www-authenticate': 'RFC 6455 没有自己的登录方式，交给 HTTP 处理。',
  location: 'RFC 6455 允许客户端跟随，但不要求。在浏览器里跟随，可能把网页的连接带到它没有指定的服务器。',
  'content-length': '拒绝的响应是普通的 HTTP；连接要想再用，就得知道它到哪里结束。',
  'content-type': '拒绝往往出自不懂 WebSocket 的代理。答复里是一张 HTML 页面，就有助于查出是哪一个。',
  'transfer-encoding': '事先不知道长度时，正文分块发送。101 不得带有这个字段：它后面是帧。',
  'user-agent': '用于日志和统计。在抓包里可以看出是浏览器还是某个库。',
  server: '用于日志和统计。在抓包里可以看出真正作答的是服务器，还是前面的代理。',
  date: 'HTTP 服务器几乎在每个响应里都写上它，供缓存使用。',
  pragma: '存下来的答复没有用：里面的 accept 属于另一个 key。',
  'cache-control': '存下来的答复没有用：里面的 accept 属于另一个 key。',
  'accept-encoding': '浏览器在每个请求里都写上它。在这里，只有拒绝响应的正文用得到。',
  'accept-language': '浏览器在每个请求里都写上它。',
  'sec-websocket-key': '脚本设置不了，谁也预料不到：所以请求出自 WebSocket 客户端，答复也不会来自缓存。',
  'sec-websocket-accept': '有的服务器对什么都说好，有的会原样重复收到的内容。但没有一台会碰巧算出这个哈希值。',
  'sec-websocket-version':
    '起草期间，帧格式每隔几个月就变一次，两端说的必须是同一种。13 之后再没有变过，所以数字也不变。',
  'sec-websocket-extensions':
    '扩展会改变帧的含义，所以要两端都同意：一端提出，另一端选择，没有商定的就是错误。浏览器会自动提出 permessage-deflate。',
  'sec-websocket-protocol':
    'WebSocket 只管传消息，不管消息的含义。商定一个名字之后，一台服务器就能说几种语言，或者一种语言的几个版本。网页写 new WebSocket(url, names)，再读 ws.protocol。',
  'sec-websocket-origin':
    '在 hixie-76 里，客户端由此得知服务器以为自己在和谁说话。hybi-04 把这个名字给了请求里的 Origin，hybi-11 又收了回去。',
  'sec-websocket-location':
    '客户端拿它与自己请求的地址比较，服务器如果是被用别的名字叫到的，就会露出来。hybi-04 去掉了它。',
  'sec-websocket-key1':
    '只会原样重复的服务器答不上来：要在杂乱的字符里找出数字，再做除法。RFC 6455 改为对这段文本求哈希。',
  'sec-websocket-key2': '用同样的办法做出的第二个数：作答时两个都要，还要头部之后的八个字节。',
  'sec-websocket-draft': 'hybi-01 与 hixie-76 的帧不同，请求却看上去一样，服务器只能猜。从 hybi-02 起，请求里写明了。',
  'sec-websocket-nonce':
    '那时每一帧的掩码由 key、它和帧本身共同得出，任何一方都不能单独决定。从 hybi-05 起，掩码键直接写在帧里。',
  'websocket-origin': '客户端拿它与自己发出的来源比较。不看别的内容也写得出来，所以说明不了什么。',
  'websocket-location': '客户端拿它与自己请求的地址比较。照着请求就能拼出来，所以说明不了什么。',
  'websocket-protocol': '最早用来商定消息含义的办法：一个名字，接受或者不接受。',
};

export default zh;
