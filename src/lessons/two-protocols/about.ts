import type { About } from '../../components/lesson/lesson.ts';

export default {
  number: 2,
  title: { en: 'One connection, two protocols', zh: '一条连接，两种协议' },
  says: {
    en: 'HTTP opens the connection, 101 switches it, and the very same socket goes on with frames.',
    zh: 'HTTP 打开连接，101 完成切换，同一个套接字接着传输帧。',
  },
} satisfies About;
