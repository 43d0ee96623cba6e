import type { OpcodeName } from '../../../../protocol/model/opcodes.ts';

/** Why there is such a frame, and what a page in a browser has to do with it. */
interface OpcodeWords {
  readonly why: string;
  readonly page: string;
}

export default {
  continuation: {
    why: 'The first frame says whether the message is text or binary; those behind it only say “more of the same”. So nobody can change the kind halfway.',
    page: 'sends and gets whole messages, and never learns in how many frames they travelled.',
  },
  text: {
    why: 'What programs exchange on the web is mostly text. As a kind of its own it arrives as a string, and both ends know that it is UTF-8.',
    page: 'sends one with send("…"); it arrives as a string.',
  },
  binary: {
    why: 'Pictures, sound and compact formats are not UTF-8, and base64 would make them a third longer.',
    page: 'sends one with send(blob) or send(buffer); it arrives as binaryType says.',
  },
  'reserved-data': {
    why: 'A receiver that does not know a kind of frame cannot tell whether it is part of a message. So it may neither guess nor skip it; an extension that defines one has to be agreed on first.',
    page: 'can neither send nor see one; its browser fails the connection.',
  },
  close: {
    why: 'The end of TCP tells neither why nor whether everything has arrived. With a Close from each side, both know that nothing was lost in front of it.',
    page: 'sends one with close(code, reason); the close event tells what came.',
  },
  ping: {
    why: 'A dead connection looks just like a silent one. The answer to a ping shows that the other side is there and how far away it is, and traffic keeps proxies from giving up the connection.',
    page: 'has no way to send or see one: its browser answers by itself.',
  },
  pong: {
    why: 'Because it brings back the ping’s own bytes, the sender knows which ping was answered, and can measure the time.',
    page: 'has no way to send or see one.',
  },
  'reserved-control': {
    why: 'Eight of the sixteen numbers are kept for control frames, known by their top bit alone: even an unknown one is at most 125 bytes long and in one piece.',
    page: 'can neither send nor see one; its browser fails the connection.',
  },
} satisfies Record<OpcodeName, OpcodeWords>;
