import type en from '../en/shell.ts';
import type { WordsLike } from '../types.ts';

const zh: WordsLike<typeof en> = {
  name: 'WebSocket 101',
  title: {
    home: 'WebSocket 101：逐位看懂协议',
    learn: '课程 · WebSocket 101',
    decode: '解码 · WebSocket 101',
    build: '构造 · WebSocket 101',
    python: 'Python · WebSocket 101',
    reference: '参考 · WebSocket 101',
    'not-found': '页面不存在 · WebSocket 101',
  },
  skip: '跳到正文',
  rooms: {
    label: '栏目',
    home: '首页',
    learn: '课程',
    decode: '解码',
    build: '构造',
    python: 'Python',
    reference: '参考',
  },
  'rooms-say': {
    home: '输入一条消息，看它的帧。',
    learn: '一步一步看清握手的每个细节，输入由你定。',
    decode: '粘贴或拖入字节，逐项解释。',
    build: '拼出一帧或一次握手，翻转任意一位，看看会破坏什么。',
    python: '用 Python 写 parse_frame，就在这里运行和单步执行。',
    reference: '查任何字段、操作码、关闭码、头字段、规则或草案。',
  },
  course: {
    lesson: '第 {{number}} 课',
    place: '第 {{step}} 步，共 {{count}} 步',
    finished: '已学完',
    goOn: '从上次的地方继续',
    begin: '开始课程',
    all: '所有课程',
  },
  search: { label: '全站搜索', keys: '搜索（/ 或 Ctrl K）' },
  language: '语言',
  theme: {
    label: '主题',
    system: '跟随系统',
    light: '浅色',
    dark: '深色',
  },
  loading: '正在载入…',
  'not-found': {
    title: '这里没有页面',
    says: '地址“{{address}}”没有对应的内容。也许少了一个字符，也许它属于本站更新的版本。',
    instead: '可以前往：',
  },
  broken: {
    title: '这个视图出错了',
    says: '这是本站的缺陷，不是你的字节有问题。页面的其他部分仍可使用。',
    stale: '页面的一部分未能取到。可能本站在你打开之后更新过，也可能网络已断开。',
    again: '重试',
    reload: '重新载入页面',
    home: '回到首页',
    details: '错误详情（供反馈使用）',
  },
};

export default zh;
