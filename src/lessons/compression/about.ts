import type { About } from '../../components/lesson/lesson.ts';

export default {
  number: 13,
  title: { en: 'Compression', zh: '压缩' },
  says: {
    en: 'permessage-deflate bit by bit: the window that remembers, and why the second “Hello” is shorter.',
    zh: '逐位看 permessage-deflate：会记忆的窗口，以及第二个“Hello”为什么更短。',
  },
} satisfies About;
