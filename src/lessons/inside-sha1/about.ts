import type { About } from '../../components/lesson/lesson.ts';

export default {
  number: 7,
  title: { en: 'Inside SHA-1', zh: 'SHA-1 的内部' },
  says: {
    en: 'Why 60 bytes take two blocks, and what 80 rounds do to each: every bit of Sec-WebSocket-Accept.',
    zh: '为什么 60 字节要占两块，80 轮又对每一块做了什么：Sec-WebSocket-Accept 的每一位从何而来。',
  },
} satisfies About;
