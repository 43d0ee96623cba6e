import type { About } from '../../components/lesson/lesson.ts';

export default {
  number: 15,
  title: { en: 'The lost drafts and after', zh: '被遗忘的草案，以及后来' },
  says: {
    en: 'Twenty texts in two years: the same message in each, what changed, why, and how it begins over HTTP/2 and HTTP/3.',
    zh: '两年二十份文本：同一条消息在每一份里的样子，改了什么，为什么；以及经由 HTTP/2 和 HTTP/3 如何开始。',
  },
} satisfies About;
