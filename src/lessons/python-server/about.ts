import type { About } from '../../components/lesson/lesson.ts';

export default {
  number: 14,
  title: { en: 'A server in Python', zh: '用 Python 写服务器' },
  says: {
    en: 'A real server, line by line, beside the bytes it reads; and the parser that everybody copies, on the same bytes.',
    zh: '一个真正的服务器，逐行对照它读到的字节；再拿那个到处流传的解析函数，读同样的字节。',
  },
} satisfies About;
