import type { AnswerMistakeId } from '../../../../protocol/handshake/answer-mistakes.ts';

/** How a wrong answer to a hixie-76 challenge came about: `did` says what the server did, `mend` what to do instead. */
export default {
  'hex-digest': { did: 'The hash was sent as hex digits.', mend: 'Send the 16 bytes of the hash as they are.' },
  'base64-digest': { did: 'The hash was sent as base64.', mend: 'Send the 16 bytes of the hash as they are.' },
  'not-hashed': { did: 'The challenge was sent back without hashing.', mend: 'Send the MD5 of these 16 bytes.' },
  'little-endian': {
    did: 'The two quotients were written with the least significant byte first.',
    mend: 'Write each as four bytes, the most significant first.',
  },
  'keys-swapped': { did: 'Key2 was put before Key1.', mend: 'The order is Key1, Key2, key3.' },
  'not-divided': {
    did: 'The numbers were used without dividing them.',
    mend: 'Divide the number of each key by its count of spaces first.',
  },
  'key3-left-out': {
    did: 'The eight bytes after the head were left out.',
    mend: 'Read eight bytes more after the blank line; they come last in the challenge.',
  },
  'key3-first': { did: 'The eight bytes were put in front.', mend: 'The order is Key1, Key2, key3.' },
  sha1: { did: 'SHA-1 was used.', mend: 'Use MD5 here. SHA-1 belongs to the later handshake.' },
} satisfies Record<AnswerMistakeId, { readonly did: string; readonly mend: string }>;
