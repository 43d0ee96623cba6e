import type { About } from '../../components/lesson/lesson.ts';

export default {
  number: 8,
  title: { en: 'Anatomy of a frame', zh: '帧的构造' },
  says: {
    en: 'Two bytes, sixteen bits, seven names: the figure of RFC 6455 drawn again, bit by bit, on any bytes you like.',
    zh: '两个字节，十六位，七个名字：用你给的任意字节，逐位重画 RFC 6455 的那张图。',
  },
} satisfies About;
