import type { About } from '../../components/lesson/lesson.ts';

export default {
  number: 9,
  title: { en: 'Lengths', zh: '长度' },
  says: {
    en: 'From 0 to 2⁶³ − 1 on one slider: three forms, two edges, and the off-by-one mistakes that everybody copies.',
    zh: '一个滑块从 0 到 2⁶³ − 1：三种形式，两条边界，还有人人照抄的差一错误。',
  },
} satisfies About;
