import type { About } from '../../components/lesson/lesson.ts';

export default {
  number: 3,
  title: { en: 'The Flash years and hixie-75', zh: 'Flash 时代与 hixie-75' },
  says: {
    en: 'The first WebSocket: an answer compared byte for byte that proves nothing, and frames between 00 and FF.',
    zh: '最早的 WebSocket：答复逐字节比较，却什么也证明不了；帧夹在 00 和 FF 之间。',
  },
} satisfies About;
