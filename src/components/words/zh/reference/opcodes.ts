import type en from '../../en/reference/opcodes.ts';
import type { WordsLike } from '../../types.ts';

const zh: WordsLike<typeof en> = {
  continuation: {
    why: '第一帧说明消息是文本还是二进制，后面的帧只说“还是同一条”。这样谁也不能半路改变类型。',
    page: '收发的都是整条消息，不会知道它分了几帧传输。',
  },
  text: {
    why: '网上的程序交换的大多是文本。单独作为一类，收到时就是字符串，两端都知道它是 UTF-8。',
    page: '用 send("…") 发送；收到时是字符串。',
  },
  binary: {
    why: '图片、声音和紧凑的格式都不是 UTF-8，写成 base64 又要长三分之一。',
    page: '用 send(blob) 或 send(buffer) 发送；收到时是哪种对象由 binaryType 决定。',
  },
  'reserved-data': {
    why: '接收方不认识某种帧，就不知道它是不是消息的一部分，所以既不能猜，也不能跳过。要定义新的一种，必须先用扩展商定。',
    page: '既不能发送，也看不到；浏览器会让连接失败。',
  },
  close: {
    why: 'TCP 断开时，既不说明原因，也不说明数据是否都已送到。双方各发一个关闭帧，就都知道在它之前什么也没有丢。',
    page: '用 close(code, reason) 发送；收到的内容由 close 事件告知。',
  },
  ping: {
    why: '断了的连接和安静的连接看上去一样。有人回 Ping，就说明对方还在，也能量出有多远；有了流量，代理也不会放弃这条连接。',
    page: '既不能发送，也看不到：浏览器自己会回。',
  },
  pong: {
    why: '它带回 Ping 自己的字节，所以发送方知道回的是哪一个，还能计时。',
    page: '既不能发送，也看不到。',
  },
  'reserved-control': {
    why: '十六个数里有八个留给控制帧，只看最高位就能认出来：哪怕不认识，它也最多 125 字节，而且不分片。',
    page: '既不能发送，也看不到；浏览器会让连接失败。',
  },
};

export default zh;
