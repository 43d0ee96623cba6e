/** Why the chooser decided as it did. Ids only; the words live beside the views. */
export const CHOICE_REASONS = [
  'chosen-by-hand',
  // Who sent a stream.
  'sender-stated-by-notation',
  'sender-swapped-by-heads',
  'sender-swapped-by-masks',
  'sender-request-head',
  'sender-response-head',
  'sender-mask-set',
  'sender-mask-clear',
  'sender-mask-mixed',
  'sender-other-stream',
  'sender-unknown',
  // Which dialect the frames are in, where no handshake says so.
  'frames-fit-rfc6455',
  'frames-fit-hixie',
  'frames-fit-hybi-01',
  'frames-fit-nothing',
  'no-frames-yet',
  // Where the first frame begins.
  'starts-after-head',
  'no-frames-after-refusal',
  /** hybi-04: what masks the client's frames is derived from both heads. */
  'no-frames-without-key',
  'starts-at-first-byte',
  'starts-resynchronised',
  // Whether messages are compressed.
  'compression-agreed',
  'compression-not-agreed',
  'compression-not-offered',
  'compression-too-old',
  'compression-inflates',
  'compression-inflates-so-far',
  'compression-does-not-inflate',
  'compression-not-marked',
] as const;

export type ChoiceReason = (typeof CHOICE_REASONS)[number];
