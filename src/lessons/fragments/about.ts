import type { About } from '../../components/lesson/lesson.ts';

export default {
  number: 11,
  title: { en: 'Messages and fragments', zh: '消息与分片' },
  says: {
    en: 'One message, several frames, any number of TCP segments: where each ends, and what a reader has to remember.',
    zh: '一条消息、几个帧、任意多个 TCP 段：各自在哪里结束，读取方要记住什么。',
  },
} satisfies About;
