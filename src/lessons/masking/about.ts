import type { About } from '../../components/lesson/lesson.ts';

export default {
  number: 10,
  title: { en: 'Masking', zh: '掩码' },
  says: {
    en: 'XOR bit by bit with four fresh bytes a frame, the bugs around it, and the attack it was made against.',
    zh: '每帧四个新字节，逐位异或；容易写错的地方，以及它要防的那种攻击。',
  },
} satisfies About;
