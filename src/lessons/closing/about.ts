import type { About } from '../../components/lesson/lesson.ts';

export default {
  number: 12,
  title: { en: 'Ping, pong, close', zh: 'Ping、Pong 与关闭' },
  says: {
    en: 'Two ends as state machines: who answers what, who ends TCP, and which close codes never travel.',
    zh: '把两端看成状态机：谁回应什么，谁先断开 TCP，哪些关闭码从不发送。',
  },
} satisfies About;
