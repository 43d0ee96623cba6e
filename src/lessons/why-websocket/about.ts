import type { About } from '../../components/lesson/lesson.ts';

export default {
  number: 1,
  title: { en: 'Why WebSocket', zh: '为什么需要 WebSocket' },
  says: {
    en: 'The same news by polling, long polling, streaming and WebSocket on one time axis, with every byte counted.',
    zh: '同样的消息，用轮询、长轮询、流和 WebSocket 送到同一条时间轴上，每个字节都数清楚。',
  },
} satisfies About;
