import type { Labels } from '../lesson/lesson.ts';

/** Captions of the pictures that both hash lessons draw. */
export const hashLabels = {
  // The strip: the whole algorithm in one line.
  strip: { en: 'The whole of it, and where this step is', zh: '整个过程，以及这一步所在的位置' },
  'strip-message': { en: 'Message', zh: '消息' },
  'strip-pad': { en: 'Padding', zh: '补位' },
  'strip-block': { en: 'Block {n}', zh: '第 {n} 块' },
  'strip-block-any': { en: 'Each block', zh: '每一块' },
  'strip-words': { en: 'words', zh: '字' },
  'strip-rounds-md5': { en: 'steps', zh: '步' },
  'strip-rounds-sha1': { en: 'rounds', zh: '轮' },
  'strip-fold': { en: 'add', zh: '相加' },
  'strip-digest': { en: 'Digest', zh: '摘要' },
  bytes: { en: '{n|byte|bytes}', zh: '{n} 字节' },

  // Overview
  message: { en: 'The message: {n|byte|bytes}', zh: '消息：{n} 字节' },
  'message-empty': { en: 'no bytes at all', zh: '一个字节也没有' },
  initial: { en: 'Start value, the same for everybody', zh: '初始值，对谁都一样' },
  'after-block': { en: 'After block {n}:', zh: '第 {n} 块之后：' },
  'after-blocks': { en: 'After every block of 64 bytes:', zh: '每一块（64 字节）之后：' },
  'block-work-md5': {
    en: '16 words, 64 steps, the old value added',
    zh: '16 个字，64 步，加上旧值',
  },
  'block-work-sha1': {
    en: '80 words, 80 rounds, the old value added',
    zh: '80 个字，80 轮，加上旧值',
  },
  'digest-md5': { en: 'Digest: 16 bytes', zh: '摘要：16 字节' },
  'digest-sha1': { en: 'Digest: 20 bytes', zh: '摘要：20 字节' },

  // Padding
  'padded-block': { en: 'Block {n}: bytes {from} to {to}', zh: '第 {n} 块：字节 {from} 至 {to}' },
  'pad-message': { en: 'message', zh: '消息' },
  'pad-one': { en: 'the bit 1, in the byte 80', zh: '值为 1 的一位，在字节 80 里' },
  'pad-zeros': { en: 'zero bytes', zh: '全零字节' },
  'pad-length': { en: 'length of the message in bits', zh: '消息的位数' },
  'pad-total': { en: 'together', zh: '合计' },
  'pad-blocks': { en: '{n} × 64', zh: '{n} × 64' },
  'pad-counts': { en: 'Bytes of each part', zh: '各部分的字节数' },
  'pad-bits': { en: 'Bytes {from} to {to} as bits', zh: '字节 {from} 至 {to}，逐位显示' },
  border: { en: 'Message + 1 + 8 bytes, in blocks of 64', zh: '消息 + 1 + 8 字节，按 64 字节分块' },
  'border-row': { en: '{n|byte|bytes}', zh: '{n} 字节' },
  'border-yours': { en: 'yours: {n|byte|bytes}', zh: '你的：{n} 字节' },
  'border-fits': {
    en: '{n} + 1 + 8 = {sum} fit into {blocks} × 64 = {room}',
    zh: '{n} + 1 + 8 = {sum}，放进 {blocks} × 64 = {room}',
  },

  // Words
  'block-bytes': { en: 'Block {n}, 64 bytes', zh: '第 {n} 块，64 字节' },
  'little-endian': { en: 'Little-endian: first byte lowest', zh: '小端：第一个字节权重最低' },
  'big-endian': { en: 'Big-endian: first byte highest', zh: '大端：第一个字节权重最高' },
  'this-hash-md5': { en: 'MD5 reads like this', zh: 'MD5 这样读' },
  'this-hash-sha1': { en: 'SHA-1 reads like this', zh: 'SHA-1 这样读' },
  'other-hash-md5': { en: 'not MD5, but SHA-1', zh: 'MD5 不用，SHA-1 用' },
  'other-hash-sha1': { en: 'not SHA-1, but MD5', zh: 'SHA-1 不用，MD5 用' },
  'grid-md5': { en: 'The block as words X[0] to X[15]', zh: '本块的字 X[0] 到 X[15]' },
  'grid-sha1': { en: 'The schedule W[0] to W[79]', zh: '消息字表 W[0] 到 W[79]' },
  order: { en: 'Which word each step of this round takes', zh: '本轮各步取用哪个字' },
  formula: { en: 'Every step', zh: '每一步' },
  rotations: { en: 'Places to rotate, over and over', zh: '循环左移的位数，依次重复' },

  // Rounds
  registers: { en: 'Registers', zh: '寄存器' },
  before: { en: 'before', zh: '之前' },
  after: { en: 'after', zh: '之后' },
  kept: { en: 'kept aside', zh: '留到最后' },
  plays: { en: 'as {name}', zh: '作 {name}' },
  'new-word': { en: 'new', zh: '新' },
  'piece-Ch': {
    en: 'Ch: each bit of B chooses. 1 takes the bit of C, 0 that of D',
    zh: 'Ch：由 B 的每一位选择，1 取 C 的位，0 取 D 的位',
  },
  'piece-Parity': {
    en: 'Parity: 1 where an odd number of the three bits is 1',
    zh: 'Parity：三个位中有奇数个 1 时得 1',
  },
  'piece-Maj': { en: 'Maj: what at least two of the three bits say', zh: 'Maj：三个位中至少有两个是的那个值' },
  'piece-F': {
    en: 'F: each bit of b chooses. 1 takes the bit of c, 0 that of d',
    zh: 'F：由 b 的每一位选择，1 取 c 的位，0 取 d 的位',
  },
  'piece-G': {
    en: 'G: each bit of d chooses. 1 takes the bit of b, 0 that of c',
    zh: 'G：由 d 的每一位选择，1 取 b 的位，0 取 c 的位',
  },
  'piece-H': { en: 'H: 1 where an odd number of the three bits is 1', zh: 'H：三个位中有奇数个 1 时得 1' },
  'piece-I': { en: 'I: the bit of c, flipped where b is 1 or d is 0', zh: 'I：c 的位；b 为 1 或 d 为 0 处翻转' },
  'piece-rotate': {
    en: 'Rotate left: what falls out at the left comes in at the right',
    zh: '循环左移：从左端移出的位从右端补回',
  },
  'piece-two-rotations': {
    en: 'Rotate left: marked bits go out at one end and come in at the other',
    zh: '循环左移：带标记的位从一端移出，从另一端补回',
  },
  'piece-sum': { en: 'Add, and keep 32 bits', zh: '相加，只留 32 位' },
  'piece-last-sum': { en: 'Add b', zh: '再加上 b' },
  'piece-xor': {
    en: 'XOR of four earlier words: 1 where an odd number of them is 1',
    zh: '四个较早的字异或：有奇数个 1 时得 1',
  },
  'piece-word-bits': { en: 'The word as bits', zh: '这个字，逐位显示' },
  'dropped-none': { en: 'no carry', zh: '没有进位' },
  dropped: { en: 'carry {n} dropped', zh: '丢弃进位 {n}' },

  // Fold and digest
  fold: { en: 'Old value + registers = new value, each keeping 32 bits', zh: '旧值 + 寄存器 = 新值，各留 32 位' },
  'fold-next': { en: 'The start value of block {n}', zh: '第 {n} 块的起始值' },
  'fold-digest': { en: 'These words are the digest', zh: '这些字就是摘要' },
  'digest-words': { en: 'Each word, written as four bytes', zh: '每个字写成四个字节' },
  'digest-little-endian': { en: 'lowest byte first', zh: '最低字节在前' },
  'digest-big-endian': { en: 'highest byte first', zh: '最高字节在前' },
} satisfies Labels;
