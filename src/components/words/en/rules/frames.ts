import type { RuleWords } from './words.ts';

/** Rules about frames, messages and the capture itself. */
export default {
  'rsv-nonzero': {
    title: 'Reserved bit set',
    says: 'RSV1, RSV2 and RSV3 are {{rsv1}}, {{rsv2}} and {{rsv3}}; no agreed extension allows that.',
    why: 'Extensions use these bits to say that a frame must be read differently. A receiver that overlooked one would take compressed bytes, for example, for the content.',
  },
  'rsv1-on-control': {
    title: 'RSV1 on a control frame',
    says: 'This control frame is marked as compressed.',
    why: 'permessage-deflate compresses messages. Close, ping and pong always travel as they are.',
  },
  'rsv1-on-continuation': {
    title: 'RSV1 on a continuation',
    says: 'RSV1 is set on a continuation; it belongs on the first frame of the message only.',
    why: 'A message is compressed as a whole, and its first frame says so once.',
  },
  'reserved-opcode': {
    title: 'Reserved opcode',
    says: 'Nothing is defined for opcode {{opcode}} (decimal).',
    why: 'A receiver cannot know what such a frame means, and skipping it might lose part of a message. A new opcode needs an agreed extension.',
  },
  'control-fragmented': {
    title: 'Control frame in pieces',
    says: 'A control frame with FIN 0.',
    why: 'Control frames may stand between the pieces of a message, so they must not come in pieces themselves. Their 125 bytes always fit one frame.',
  },
  'control-too-long': {
    title: 'Control frame too long',
    says: 'This control frame announces more than 125 bytes.',
    why: 'A receiver must be able to handle a control frame at once, even in the middle of a large message. So it is short and never needs the longer length forms.',
  },
  'unmasked-client-frame': {
    title: 'Client frame not masked',
    says: 'MASK is 0, but this frame comes from the client.',
    why: 'A client masks every frame, empty ones and those over TLS too: otherwise a script could choose the bytes on the wire, and an old proxy might take them for a request. If this capture really shows the server, flip the direction.',
  },
  'masked-server-frame': {
    title: 'Server frame masked',
    says: 'MASK is 1, but this frame comes from the server.',
    why: 'Only what the client sends could be mistaken for a request, so the server sends its bytes as they are. If this capture really shows the client, flip the direction.',
  },
  'length-not-minimal': {
    title: 'Length form too long',
    says: '{{length}} is written in the {{form}}-bit form; the {{minimal}}-bit form is enough.',
    why: 'One length, one way to write it: up to 125 in seven bits, up to 65535 in two bytes, eight bytes only from 65536 on. Encoders that ask “is the length 126?” instead of “is it at most 65535?” get this wrong.',
  },
  'length-msb-set': {
    title: 'Length out of range',
    says: 'The top bit of the 64-bit length is 1.',
    why: 'The bit must be 0, so a length ends at 2⁶³ − 1 and fits a signed 64-bit integer. In practice these bytes are not a length: look for a wrong start of the frame.',
  },
  'unexpected-continuation': {
    title: 'Continuation of nothing',
    says: 'A continuation frame, but no message is open.',
    why: 'A message begins with a text or binary frame; only then can it be continued.',
  },
  'expected-continuation': {
    title: 'Message inside a message',
    says: 'A new message begins although the one before has not had its last frame.',
    why: 'Frames carry no message number, so the pieces of two messages could not be told apart. Only control frames may come in between.',
  },
  'message-too-big': {
    title: 'Message too big',
    says: 'With this frame the message passes the limit of {{limit}} bytes set here.',
    says_inflated:
      'Inflated, the message is longer than the limit of {{limit}} bytes set here; this frame goes beyond it.',
    why: 'The specification names no limit, but every receiver needs one: otherwise a peer can fill its memory.',
  },
  'close-payload-length-1': {
    title: 'Half a close code',
    says: 'The Close has a payload of one byte.',
    why: 'A Close is empty, or begins with a code of two bytes. One byte is neither.',
  },
  'close-code-invalid': {
    title: 'Close code not allowed',
    says: '{{code}} must not be sent as a close code.',
    'says_never-sent': '{{code}} must never travel in a frame.',
    says_unused: '{{code}} is below 1000; such numbers are not close codes.',
    says_reserved: '{{code}} is kept for later versions of the protocol; nobody has defined it.',
    why: '1004, 1005, 1006 and 1015 never travel, 0 to 999 are unused, and 1016 to 2999 are kept for later. An application chooses 1000 or a number from 3000 to 4999.',
  },
  'close-reason-invalid-utf8': {
    title: 'Close reason is not UTF-8',
    says: 'This byte cannot stand here in UTF-8.',
    'says_invalid-start-byte': 'No character of UTF-8 begins with this byte.',
    'says_invalid-continuation-byte': 'A character was begun, and this byte cannot go on with it.',
    'says_truncated-sequence': 'The text ends in the middle of a character.',
    why: 'The reason is text, and text is UTF-8. Reasons are cut to 123 bytes; a careless cut leaves half a character at the end.',
  },
  'invalid-utf8': {
    title: 'Text is not UTF-8',
    says: 'This byte cannot stand here in UTF-8.',
    'says_invalid-start-byte': 'No character of UTF-8 begins with this byte.',
    'says_invalid-continuation-byte': 'A character was begun, and this byte cannot go on with it.',
    'says_truncated-sequence': 'The text ends in the middle of a character.',
    why: 'A text message must be valid UTF-8 as a whole, so that both ends see the same characters. A character may be split over two frames, and a receiver may fail as soon as no continuation can save the text.',
  },
  'frame-after-close': {
    title: 'Frame after Close',
    says: 'This side had already sent Close.',
    why: 'Close is the last thing a side sends. A receiver ignores whatever comes after it.',
  },
  'masking-key-zero': {
    title: 'Masking key of zeros',
    says: 'The masking key is 00 00 00 00, so the payload travels unchanged.',
    why: 'The bits are legal and any receiver can read them. But the key must be unpredictable: with zeros, a script chooses the bytes on the wire after all.',
  },
  'masking-key-repeated': {
    title: 'Masking key used again',
    says: 'This frame has the same masking key as one before.',
    why: 'Every frame needs a fresh key that nobody can predict. Test suites use a fixed one on purpose; in a browser it would be a fault.',
  },
  'pong-unsolicited': {
    title: 'Pong without a ping',
    says: 'No ping asked for this pong.',
    why: 'That is allowed: it serves as a one-way sign of life, and nobody answers it.',
  },
  'frame-discarded': {
    title: 'Frame read and thrown away',
    says: 'In this draft only frames of type 00 hold text; this one is skipped.',
    why: 'The other types were kept for later. A receiver finds where they end and goes on behind them.',
  },
  'utf8-replaced': {
    title: 'Invalid UTF-8 replaced',
    says: 'These bytes are not UTF-8; the receiver puts U+FFFD (�) in their place.',
    why: 'The drafts before hybi-10 do not fail over bad text, they repair it. RFC 6455 closes with 1007 instead.',
  },
  'bytes-end-inside-frame': {
    title: 'Bytes end inside a frame',
    says: 'The frame goes on, but the bytes do not.',
    says_header: 'The header goes on, but the bytes do not.',
    says_payload: 'The payload goes on, but the bytes do not. Bytes still to come: {{needed}}.',
    says_terminator: 'The FF that ends the frame has not come.',
    why: 'Nothing is wrong with it so far. TCP may cut a frame anywhere, and so may whoever copied these bytes.',
  },
  'bytes-end-inside-message': {
    title: 'Message not finished',
    says: 'The last frame of this message, the one with FIN 1, is missing.',
    why: 'Nothing is wrong with it so far: the rest may come later, or was not captured.',
  },
  'continues-unseen-message': {
    title: 'Beginning not captured',
    says: 'A continuation, but the frame that began its message is not here.',
    why: 'These bytes begin inside a connection. Whether the message is text or binary was said in its first frame.',
  },
  'inflate-error': {
    title: 'Cannot be inflated',
    says: 'Inflating fails at byte {{byte}} of the message’s payload.',
    'says_block-type':
      'At byte {{byte}} of the message’s payload a block of type 3 begins, which DEFLATE does not have.',
    'says_stored-length':
      'At byte {{byte}} of the message’s payload a stored block gives its length twice, the second time with all bits inverted, and the two do not fit.',
    'says_symbol-count':
      'At byte {{byte}} of the message’s payload a block describes {{count}} symbols, where {{most}} is the most.',
    says_repeat: 'At byte {{byte}} of the message’s payload a code length is repeated that is not there, or too often.',
    'says_code-lengths': 'At byte {{byte}} of the message’s payload stand code lengths that make no Huffman code.',
    'says_bad-code': 'At byte {{byte}} of the message’s payload stand bits that are no code of this block.',
    'says_distance-too-far':
      'At byte {{byte}} of the message’s payload text {{distance}} bytes back is repeated, but there are only {{known}} before it.',
    'says_distance-beyond-window':
      'At byte {{byte}} of the message’s payload text {{distance}} bytes back is repeated; the window agreed on has {{window}}, and only {{known}} are there.',
    says_truncated: 'The message ends inside a compressed block, after {{length}} bytes of content.',
    why: 'A receiver that cannot inflate a message cannot know what it says, and with a shared window not what the next ones say either. Typical causes: context kept although none was agreed, a zlib header left on, frames inflated one by one instead of the whole message. Many receivers do not notice a message that ends too early.',
  },
  'distance-beyond-window': {
    title: 'Refers beyond the window',
    says: 'Text {{distance}} bytes back is repeated, but the window agreed on for this direction has {{window}} bytes.',
    why: 'A receiver may keep just as much as was agreed on, and has then forgotten this text. Receivers that keep more do not notice.',
  },
  'inflated-in-part': {
    title: 'Not known in full',
    says: 'Only a part of this message can be inflated.',
    'says_before-capture': '{{unknown}} of its {{length}} bytes repeat text that was sent before the capture began.',
    'says_after-fault':
      '{{unknown}} of its {{length}} bytes repeat text of an earlier message that could not be inflated.',
    'says_bytes-lost': 'Some of its payload was not captured; up to there it is {{length}} bytes of content.',
    says_limit: 'Inflating was stopped here after {{limit}} bytes; there is more.',
    says_total:
      'Not checked: {{limit}} bytes of this direction were inflated before it, and that is where checking stops.',
    why: 'Each compressed message may point back into those before it, up to 32 KiB. What was not captured cannot be repeated: such bytes are shown as 00, in text as �. Nobody broke a rule. And as a small frame can inflate a thousandfold, inflating must stop somewhere.',
  },
  'bytes-before-first-frame': {
    title: 'Bytes before the first frame',
    says: 'The bytes begin inside a frame; the first whole one is at offset {{start}}.',
    why: 'Frames carry no mark to find them by, so this is a guess that the following frames support. You can set another start.',
  },
  'frame-key-unknown': {
    title: 'Frames whose key is not known',
    says: 'These {{length}} bytes are frames of a version 4 client; what they are masked with is derived from both halves of the handshake, and one of them is not here.',
    why: 'In hybi-04 the key in front of a frame is only half of it: the other half comes from Sec-WebSocket-Key and Sec-WebSocket-Nonce. If you know the connection key, enter it under the assumptions.',
  },
  'bytes-missing': {
    title: 'Bytes missing',
    says: 'Bytes that no packet of the capture holds: {{missing}}. Zeros hold their place.',
    why: 'TCP numbers its bytes, so it is known how many are missing, and the frames behind them can still be found. What the zeros stand for is not known: text may look invalid, a header may be nonsense.',
  },
  'frame-before-response': {
    title: 'Frame before the response',
    says: 'The client sent a frame before the response had come.',
    why: 'Until then the client cannot know that the server speaks WebSocket at all. The server, however, may send frames right behind its response.',
  },
} satisfies Record<string, RuleWords>;
