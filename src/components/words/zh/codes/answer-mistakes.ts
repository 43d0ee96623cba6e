import type en from '../../en/codes/answer-mistakes.ts';
import type { WordsLike } from '../../types.ts';

const zh: WordsLike<typeof en> = {
  'hex-digest': { did: '哈希值以十六进制发送。', mend: '直接发送哈希值的 16 个原始字节。' },
  'base64-digest': { did: '哈希值以 base64 发送。', mend: '直接发送哈希值的 16 个原始字节。' },
  'not-hashed': { did: '没有算哈希，把质询原样发了回来。', mend: '应当发送这 16 个字节的 MD5。' },
  'little-endian': { did: '两个商写成了低位在前。', mend: '各写成四个字节，高位在前。' },
  'keys-swapped': { did: 'Key2 放在了 Key1 前面。', mend: '顺序是 Key1、Key2、key3。' },
  'not-divided': { did: '没有做除法，直接用了那两个数。', mend: '先把每个 key 的数除以它的空格数。' },
  'key3-left-out': {
    did: '漏掉了头部之后的八个字节。',
    mend: '空行之后还要再读八个字节，放在质询的最后。',
  },
  'key3-first': { did: '八个字节放在了最前面。', mend: '顺序是 Key1、Key2、key3。' },
  sha1: { did: '用了 SHA-1。', mend: '这里应当用 MD5。SHA-1 属于后来的握手。' },
};
export default zh;
