import type { Certainty, Phase } from '../../../protocol/connection/model.ts';
import type { CloseCodeClass } from '../../../protocol/model/close-codes.ts';
import type { DialectId } from '../../../protocol/model/drafts.ts';
import type { Peer, Reaction, Severity } from '../../../protocol/model/rules.ts';
import type en from '../en/codes.ts';
import type { Described } from '../en/codes.ts';
import type { WordsLike } from '../types.ts';
import answerMistakes from './codes/answer-mistakes.ts';
import headers from './codes/headers.ts';
import mistakes from './codes/mistakes.ts';

const closeCodes = {
  '1000': {
    name: '正常关闭',
    blurb: '该做的都做完了。注意：不带参数的 close() 发的不是它，而是一个空的关闭帧，对方会报告 1005。',
  },
  '1001': { name: '离开', blurb: '服务器要停机，或者用户正在离开页面。' },
  '1002': { name: '协议错误', blurb: '对方违反了协议的规则。' },
  '1003': { name: '不支持的数据', blurb: '收到了这一端无法处理的数据类型，比如只懂文本却来了二进制。' },
  '1004': { name: '保留', blurb: '没有含义，不得发送。hybi-13 之前的草案用它表示“太大”，现在那是 1009。' },
  '1005': {
    name: '没有收到关闭码',
    blurb: '从不出现在线路上。收到的关闭帧不带关闭码时，这一端用它告知自己的应用程序。',
  },
  '1006': {
    name: '异常关闭',
    blurb: '从不出现在线路上。连接断了却没有收到关闭帧时，这一端用它告知自己的应用程序；另一端报告的可能是别的。',
  },
  '1007': { name: '载荷数据无效', blurb: '内容与类型不符，最常见的是文本不是合法的 UTF-8。' },
  '1008': { name: '违反策略', blurb: '没有更合适的关闭码，或者不想说明真正原因时，用它表示拒绝。' },
  '1009': { name: '消息太大', blurb: '消息长度超过了这一端愿意接收的上限。' },
  '1010': {
    name: '缺少必需的扩展',
    blurb: '只有客户端会发：服务器没有同意它必需的扩展。换成服务器，会直接拒绝握手。',
  },
  '1011': { name: '内部错误', blurb: '这一端遇到了意外情况，无法继续。' },
  '1012': { name: '服务重启', blurb: '服务器正在重启。客户端可以随机等一会儿再来。' },
  '1013': { name: '稍后再试', blurb: '服务器暂时过载。' },
  '1014': { name: '网关错误', blurb: '网关从后面的服务器得到了无效的响应，类似 HTTP 502。' },
  '1015': {
    name: 'TLS 握手失败',
    blurb: '从不出现在线路上：TLS 没有建立，也就没有可以发帧的连接。这一端用它告知自己的应用程序。',
  },
} satisfies Record<string, Described>;

const closeClasses = {
  defined: { name: '已定义', blurb: '由 RFC 6455 定义或在 IANA 登记，可以出现在关闭帧里。' },
  registered: { name: '登记使用（3000–3999）', blurb: '留给库和框架，需在 IANA 登记。网页可以把它们传给 close()。' },
  private: { name: '私有（4000–4999）', blurb: '任何应用都可以用，含义由两端自己约定。网页可以把它们传给 close()。' },
  'never-sent': {
    name: '从不发送',
    blurb:
      '1004、1005、1006 和 1015 不得出现在关闭帧里。其中 1005、1006、1015 只存在于某一端的内部，说明连接是怎么结束的。',
  },
  unused: { name: '不使用（0–999）', blurb: '协议不使用这些数，也不允许出现在关闭帧里。' },
  reserved: {
    name: '保留（1016–2999）',
    blurb: '留给协议今后的版本和扩展，目前没有定义。在旧草案里，也包括后来的文本才定义的。',
  },
  undefined: { name: '未规定（5000 及以上）', blurb: 'RFC 6455 没有提到，各家接收方的做法不一。' },
} satisfies Record<CloseCodeClass, Described>;

const dialects = {
  'hixie-75': {
    name: 'hixie-75',
    blurb:
      '2010 年 2 月，Chrome 4。没有 key：服务器只是把来源和地址重复一遍，什么也证明不了。文本夹在 00 和 FF 之间。当年用 Flash 代替的实现说的也是它。',
  },
  'hixie-76': {
    name: 'hixie-76 = hybi-00',
    blurb:
      '2010 年 5 月，Chrome 6。两个满是空格的 key 加上八个原始字节，用 MD5 作答，证明服务器读懂了握手。帧与 hixie-75 相同，另用 FF 00 关闭。',
  },
  'hybi-01': {
    name: 'hybi-01',
    blurb:
      '2010 年 8 月。握手与 hixie-76 相同，帧第一次成了二进制格式：有操作码，长度写在前面，可以分片。MORE 位的含义与今天的 FIN 相反，没有掩码。',
  },
  'hybi-03': {
    name: 'hybi-02 和 -03',
    blurb: '2010 年秋。与 hybi-01 相同，只是请求里写着 Sec-WebSocket-Draft: 2，hybi-03 写的也是 2。',
  },
  'version-4': {
    name: '版本 4（hybi-04）',
    blurb:
      '2011 年 1 月。今天的 SHA-1 握手出现了，服务器另给一个 nonce。客户端对整个帧做掩码，连帧头在内，用的 20 个字节由两端各自推导，从不传送。MORE 改成了 FIN。',
  },
  'version-5': {
    name: '版本 5（hybi-05）',
    blurb: '2011 年 2 月。服务器的 nonce 取消了：帧前面直接放 4 个字节的掩码键，帧头和载荷都用它做掩码。',
  },
  'version-6': {
    name: '版本 6（hybi-06）',
    blurb:
      '2011 年 2 月。帧与 hybi-05 相同，只是关闭帧以关闭码开头。Connection 可以是包含 Upgrade 的列表；此前只能是这一个词。',
  },
  'version-7': {
    name: '版本 7（hybi-07）',
    blurb:
      '2011 年 4 月，Firefox 6。第一份帧格式与今天相同的草案：操作码是 0、1、2、8、9、A，有 MASK 位，只对载荷做掩码。',
  },
  'version-8': {
    name: '版本 8（hybi-08 到 -12）',
    blurb:
      '2011 年夏，Chrome 14 和 Firefox 7。草案号不是版本号：大家说的 hybi-10，发送的版本号是 8。这时长度写得比需要的长，还不算错。',
  },
  rfc6455: {
    name: 'RFC 6455（版本 13）',
    blurb: '2011 年 12 月起沿用至今。hybi-13 以后的草案已经使用 13；9 到 12 从来没有发送过。',
  },
} satisfies Record<DialectId, Described>;

const certainty = {
  certain: { name: '确定', blurb: '这些字节没有别的读法。' },
  likely: { name: '很可能', blurb: '全都对得上，但不排除别的读法。' },
  guess: { name: '猜测', blurb: '从字节看不出来。知道实情的话，请改过来。' },
  assumed: { name: '由你指定', blurb: '这是你手动设置的。' },
} satisfies Record<Certainty, Described>;

const phases = {
  connecting: { name: '正在连接', blurb: '握手还没有完成。' },
  open: { name: '已打开', blurb: '双方都可以发送。' },
  closing: { name: '正在关闭', blurb: '一方已发出关闭帧，还没有等到答复。' },
  closed: { name: '已关闭', blurb: '双方都发出了关闭帧。' },
  failed: { name: '失败', blurb: '握手被拒绝，或者有一方违反了会终止连接的规则。' },
} satisfies Record<Phase, Described>;

const severity = {
  error: { name: '错误', blurb: '违反了规范的强制要求。' },
  warning: { name: '警告', blurb: '接收方会放行，但有些不对劲。' },
  note: { name: '提示', blurb: '没有错，只是值得知道。' },
} satisfies Record<Severity, Described>;

const reactions = {
  close: { name: '以 {{code}} 关闭', blurb: '严格的接收方会以关闭码 {{code}} 让连接失败。' },
  refuse: { name: '回 {{status}}', blurb: '严格的服务器会回 HTTP 状态码 {{status}}，而不是 101。' },
  abort: { name: '断开', blurb: '严格的客户端会直接断开连接；握手完成之前还没有关闭帧可用。' },
  'carry-on': { name: '继续', blurb: '再严格的接收方也会继续。' },
} satisfies Record<Reaction['kind'], Described>;

const peers = {
  chromium: 'Chromium',
  ws: 'ws（Node.js）',
  'websocket-driver': 'websocket-driver（Node.js）',
  'python-websockets': 'websockets（Python）',
  wsproto: 'wsproto（Python）',
  wireshark: 'Wireshark',
} satisfies Record<Peer, string>;

const zh: WordsLike<typeof en> = {
  closeCodes,
  closeClasses,
  dialects,
  headers,
  mistakes,
  answerMistakes,
  certainty,
  phases,
  severity,
  reactions,
  peers,
};
export default zh;
