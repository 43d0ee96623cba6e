import type en from '../en/home.ts';
import type { WordsLike } from '../types.ts';

const zh: WordsLike<typeof en> = {
  title: '输入一条消息，看清它那一帧的每一位。',
  message: { label: '消息', long: '只保留前 {{count}} 个字符。', try: '试试' },
  tries: { empty: '空消息', bytes: '{{formatted}} 字节' },
  key: {
    label: '掩码键',
    roll: '换一个掩码键',
    bad: '请输入四个十六进制字节，例如 {{example}}。图中仍是上一个有效的掩码键。',
  },
  open: '在工作台中打开',
  build: '翻转它的位',
  frame: {
    heading: '文本帧，带掩码',
    sizes: '载荷 {{payload}}，线路上共 {{wire}}',
    form7: '7 位长度',
    form16: '16 位长度',
    form64: '64 位长度',
  },
  travel: {
    label: '载荷如何逐字节加上掩码',
    payload: '你的字节',
    payloadNote: 'UTF-8，不会原样发送',
    key: '⊕ 掩码键',
    keyNote: '四个字节，循环使用',
    wire: '= 线路上',
    wireNote: '整个帧',
    wireNoteHeader_other: '接在 {{count}} 字节的帧头之后',
    cellPayload: '你的第 {{index}} 个字节：{{hex}}',
    cellKey: '第 {{index}} 个字节用的掩码键字节 {{key}}：{{hex}}',
    cellWire: '线路上，偏移 {{offset}}：{{hex}}，{{name}}',
    none: '空消息没有载荷可加掩码，但掩码键照样要发送。',
    keys: '方向键逐字节移动，回车选中。',
  },
  fields: '这一帧的字段',
  paste: {
    title: '手里有字节？粘贴进来。',
    hint: '十六进制、base64、Wireshark / tcpdump / xxd 的转储、Python 或 C 字面量、握手文本都行。也可以把文件拖到页面任意处。',
    label: '抓到的字节',
    placeholder: '81 85 37 fa 21 3d 7f 9f 4d …',
    explain: '解析',
    file: '打开文件',
    way: '去工作台',
    private: '你的字节不会离开这个浏览器。',
  },
  map: {
    heading: '课程',
    says: '每一种握手的每一步，可以来回走，输入由你定。',
  },
  about:
    'WebSocket 101 把 WebSocket 协议在线路上的真实样子展示出来。这一页把你输入的内容做成一帧，课程把每一种握手逐步拆开，工作台解析你抓到的字节，构造页让你自己拼出帧和握手，再把它们弄坏，Python 页里由你来写解析器。一切都在你的浏览器里计算，不会发送到任何地方。',
};

export default zh;
