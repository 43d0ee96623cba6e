import type en from '../en/views.ts';
import type { WordsLike } from '../types.ts';

const zh: WordsLike<typeof en> = {
  bytes_other: '{{count, number}} 字节',
  more_other: '……还有 {{count, number}} 个',
  missing: '尚未到达',
  quote: '“{{text}}”',
  unread: '未解析',
  ruler: {
    label: '逐位看帧头',
    bit: '第 {{bit}} 位，{{name}}，{{value}}',
    bitInWord: '第 {{row}} 行，第 {{bit}} 位，{{name}}，{{value}}',
    piece: '{{name}}，字节 {{first}}–{{last}}',
    pieceOne: '{{name}}，字节 {{first}}',
    keys: '方向键逐位移动，按住 Ctrl 逐字段移动，回车选中。',
  },
  hex: {
    byte: '偏移 {{offset}}，{{hex}}，{{name}}',
    byteIssue: '偏移 {{offset}}，{{hex}}，{{name}}，此处有问题',
    keys: '方向键逐字节移动，回车选中。',
    empty: '没有字节。',
  },
  tree: {
    computed: '计算所得，未传输',
    derived: '计算所得的字节，未传输',
    incomplete: '不完整',
    unparsed: '未解析',
    issue_other: '{{count}} 个问题',
    open: '展开',
    close: '收起',
  },
  explanation: {
    label: '说明',
    nothing: '把指针移到某一位、某个字节或某个字段上，这里会说明它是什么。',
    several: '这些位分属几个字段：',
    from: '计算自',
    computed: '在本地计算得出，不在线路上传输。',
    derived: '这些字节在本地计算得出，不在线路上传输。',
    incomplete: '数据在这个字段中间就结束了。',
    value: '值',
    place: '位置',
    more: '参考',
  },
  place: {
    bit: '字节 {{byte}} 的第 {{bit}} 位',
    bits: '字节 {{byte}} 的第 {{first}}–{{last}} 位',
    byte: '字节 {{byte}}',
    bytes: '字节 {{first}}–{{last}}',
    in: '{{place}}，{{source}}',
  },
  source: {
    'client-to-server': '客户端 → 服务器',
    'server-to-client': '服务器 → 客户端',
    unmasked: '去掩码后的载荷',
    joined: '重组后的消息',
    inflated: '解压后的消息',
    other: '计算所得的字节',
  },
  issues: {
    label: '问题',
    none: '没有发现问题。',
    why: '原因',
    at: '字节 {{offset}}',
    more_other: '另有 {{count}} 个未列出。',
    error: '错误',
    warning: '警告',
    note: '提示',
  },
  section: { opens: '在新标签页中打开规范原文' },
  copy: { done: '已复制', failed: '无法复制' },
};

export default zh;
