import type { About } from '../../components/lesson/lesson.ts';

export default {
  number: 6,
  title: { en: 'The SHA-1 handshake, RFC 6455', zh: 'SHA-1 握手：RFC 6455' },
  says: {
    en: 'From 16 random bytes to the 28 characters that open the connection, six bits at a time; and a doctor for wrong answers.',
    zh: '从 16 个随机字节到打开连接的 28 个字符，每次六位；答错了，还有握手医生来诊断。',
  },
} satisfies About;
