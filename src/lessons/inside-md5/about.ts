import type { About } from '../../components/lesson/lesson.ts';

export default {
  number: 5,
  title: { en: 'Inside MD5', zh: 'MD5 的内部' },
  says: {
    en: 'From 16 bytes to 16 others, in 64 small steps: every bit of the answer in the MD5 handshake.',
    zh: '用 64 个小步把 16 个字节变成另外 16 个：MD5 握手的答复，每一位从何而来。',
  },
} satisfies About;
