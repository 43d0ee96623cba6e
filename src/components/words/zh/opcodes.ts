import type en from '../en/opcodes.ts';
import type { WordsLike } from '../types.ts';

const zh: WordsLike<typeof en> = {
  continuation: {
    name: '延续',
    blurb: '接着前面某个文本帧或二进制帧开始的消息往下发。FIN 为 1 的那一帧是最后一帧。',
  },
  text: { name: '文本', blurb: '开始一条文本消息；FIN 为 1 时，这一帧就是全部。整条消息必须是合法的 UTF-8。' },
  binary: { name: '二进制', blurb: '开始一条二进制消息；FIN 为 1 时，这一帧就是全部。字节的含义由应用程序决定。' },
  'reserved-data': {
    name: '保留（数据）',
    blurb: '3 到 7 留给将来的数据帧，至今没有定义，所以接收方会让连接失败。',
  },
  close: {
    name: '关闭',
    blurb: '道别：可以是空的，也可以带关闭码和原因。对方回一个关闭帧，然后由服务器先断开 TCP。',
  },
  ping: { name: 'Ping', blurb: '要求对方用同样的字节回一个 Pong，看它是否还在。网页既不能发送也看不到 Ping。' },
  pong: {
    name: 'Pong',
    blurb: '原样带回 Ping 的字节。有几个 Ping 没回时，只需回最近的一个；没人问也可以主动发。',
  },
  'reserved-control': {
    name: '保留（控制）',
    blurb: 'B 到 F 留给将来的控制帧，至今没有定义，所以接收方会让连接失败。',
  },
};

export default zh;
