import type { FieldId } from '../../../../protocol/model/fields.ts';
import type { FieldWords } from '../../en/fields/words.ts';

/** The fields of a frame with a text, as the first view shows one. */
export default {
  frame: {
    name: '帧',
    short: '帧',
    blurb:
      '线路上的传输单位：一小段帧头，后面是载荷。一条消息可以分成几帧；TCP 可能在任何位置切开一帧，也可能一次送来好几帧。',
  },
  fin: {
    name: 'FIN',
    short: 'F',
    blurb: '第一个字节的 0x80 位。消息的最后一帧为 1，消息只有一帧时也是 1。它结束的是消息，不是连接。',
  },
  rsv1: {
    name: 'RSV1',
    short: 'R1',
    blurb:
      '第一个字节的 0x40 位，留给扩展使用。permessage-deflate 在压缩消息的首帧把它置 1。没有协商用到它的扩展时，必须为 0。',
  },
  rsv2: {
    name: 'RSV2',
    short: 'R2',
    blurb: '第一个字节的 0x20 位，留给扩展使用。没有协商用到它的扩展时必须为 0；接收方见到 1，不可以当作没看见。',
  },
  rsv3: {
    name: 'RSV3',
    short: 'R3',
    blurb: '第一个字节的 0x10 位，留给扩展使用。没有协商用到它的扩展时必须为 0；接收方见到 1，不可以当作没看见。',
  },
  opcode: {
    name: '操作码',
    short: '操作码',
    blurb:
      '第一个字节的低四位，说明这是哪种帧：0 延续、1 文本、2 二进制、8 关闭、9 Ping、A Pong，其余保留。8 及以上都是控制帧。',
  },
  mask: {
    name: 'MASK',
    short: 'M',
    blurb: '第二个字节的 0x80 位。为 1 表示后面带有掩码键，载荷用它做过掩码。客户端必须置 1，服务器绝不能置 1。',
  },
  'length-7': {
    name: '载荷长度',
    short: '长度',
    blurb:
      '第二个字节的低七位。0 到 125 就是长度本身；126 表示长度在后面 2 个字节里，127 表示在后面 8 个字节里。帧头和掩码键不计入。',
  },
  'length-16': {
    name: '16 位长度',
    short: '长度 16',
    blurb: '用两个字节表示的载荷长度，高位在前，用于 126 到 65535 字节。七位放得下的，就必须用七位。',
  },
  'length-64': {
    name: '64 位长度',
    short: '长度 64',
    blurb:
      '用八个字节表示的载荷长度，高位在前，从 65536 字节起使用。最高位必须为 0，所以上限是 2⁶³ − 1。超过 2⁵³，JavaScript 的 Number 就不再精确。',
  },
  'masking-key': {
    name: '掩码键',
    short: '掩码键',
    blurb:
      '四个无法预测的字节，每帧换新，原样放在载荷之前。载荷的第 i 个字节与掩码键的第 i mod 4 个字节异或。它什么也藏不住，作用是不让脚本决定线路上的字节，免得老旧的代理把它们当成请求。',
  },
  payload: {
    name: '载荷',
    short: '载荷',
    blurb: '线路上实际传输的内容。做过掩码的帧，要先与掩码键异或才能读。',
  },
  'payload-unmasked': {
    name: '去掩码的载荷',
    short: '去掩码',
    blurb: '载荷与掩码键异或的结果，在这里算出，并没有在线路上出现。加掩码和去掩码是同一个运算。',
  },
  text: {
    name: '文本',
    short: '文本',
    blurb: '按 UTF-8 读出的内容。一个字符可以被拆在两帧里：只要求整条消息合法。',
  },
} satisfies Partial<Record<FieldId, FieldWords>>;
