import type { About } from '../../components/lesson/lesson.ts';

export default {
  number: 4,
  title: { en: 'The MD5 handshake, hixie-76', zh: 'MD5 握手：hixie-76' },
  says: {
    en: 'Two keys full of noise, two divisions and a hash: how a server proved that it had read the request.',
    zh: '两个掺满干扰字符的 key、两次除法、一次摘要：服务器怎样证明它读懂了请求。',
  },
} satisfies About;
