import type { SampleId } from '../../../decode/samples.ts';

/** `title` for the list; `says`: where it comes from, or what to look for. */
interface SampleWords {
  readonly title: string;
  readonly says: string;
}

export default {
  'chat-whole': { title: 'A whole chat', says: 'Handshake, fragments with a ping between, Chinese, binary, close' },
  'chat-broken': { title: 'A chat that goes wrong', says: 'Wrong pong, RSV1, no mask, one-byte close, more after it' },
  'capture-deflate': { title: 'Chromium, compressed', says: 'Real capture, permessage-deflate; Follow Stream as YAML' },
  'capture-deflate-c': { title: 'The same as C arrays', says: 'As Wireshark saves it: peer0 is the client' },
  'capture-draft76': { title: 'hixie-76, a real capture', says: 'MD5 handshake and old frames; Follow Stream as hex' },
  'capture-draft76-packets': { title: 'The same as packets', says: 'tcpdump -X, with IP and TCP headers' },

  'frame-text': { title: 'Text “Hello”', says: 'RFC 6455 §5.7: unmasked, from the server' },
  'frame-masked': { title: 'Masked “Hello”', says: 'RFC 6455 §5.7: from the client' },
  'frame-fragments': { title: '“Hel” and “lo”', says: 'RFC 6455 §5.7: one message in two frames' },
  'frame-ping': { title: 'Ping', says: 'RFC 6455 §5.7: with “Hello” inside' },
  'frame-pong': { title: 'Masked pong', says: 'RFC 6455 §5.7: the answer to that ping' },
  'frame-256': { title: '256 bytes', says: 'RFC 6455 §5.7: length in 16 bits' },
  'frame-65536': { title: '65,536 bytes', says: 'RFC 6455 §5.7: length in 64 bits' },
  'frame-chinese': { title: '你好', says: 'Two characters, six bytes; as Python prints them' },
  'frame-close': { title: 'Close 1000', says: 'Masked; the body is two bytes' },

  'message-interleaved': { title: 'Ping between fragments', says: 'The ping does not end the message' },
  'message-utf8-split': { title: 'A character cut in two', says: 'Valid: UTF-8 is checked over the whole message' },
  'message-utf8-fail-fast': { title: 'Bad UTF-8, found early', says: 'Autobahn 6.4.1: decided at the byte 90' },

  'accept-rfc': { title: 'The example of the RFC', says: 'Key “the sample nonce”, RFC 6455 §1.3' },
  'accept-2': { title: 'Key x3JJHMbD…', says: 'Another right pair' },
  'accept-3': { title: 'Key Iv8io/9s…', says: 'With a slash in the key' },
  'accept-4': { title: 'Key 1, 2, 3 … 16', says: 'The sixteen bytes 01 to 10' },
  'accept-pad-bits': { title: 'The key the RFC got wrong', says: 'Erratum 3150: bits set in the padding' },

  'wrong-decoded': { title: 'Key decoded before hashing', says: 'The key is used as text' },
  'wrong-hex-digest': { title: 'Hash written in hex', says: 'Then base64 of the hex digits: 56 characters' },
  'wrong-lower-guid': { title: 'GUID in lower case', says: 'It is text; case counts' },
  'wrong-no-guid': { title: 'GUID forgotten', says: 'Only the key was hashed' },
  'wrong-guid-first': { title: 'GUID before the key', says: 'The order counts' },
  'wrong-line-end': { title: 'Line end kept', says: 'CR LF hashed along with the key' },
  'wrong-space': { title: 'Leading space kept', says: 'The value was not trimmed' },
  'wrong-md5': { title: 'MD5 instead of SHA-1', says: 'The hash of the older handshake' },

  'hixie-a': { title: 'hixie-76, draft §1.2', says: 'Two keys, eight bytes, sixteen bytes of MD5' },
  'hixie-b': { title: 'hixie-76, draft §1.3', says: 'Keys full of noise' },
  'hixie-c': { title: 'hixie-76, test suites', says: 'The pair found in many test suites' },
  'hixie-d': { title: 'hixie-76, a real browser', says: 'Its third key is not text' },
  'hixie-a-collapsed': { title: 'Spaces collapsed, §1.2', says: 'Copied from a page: the first key no longer divides' },
  'hixie-b-collapsed': {
    title: 'Spaces collapsed, §1.3',
    says: 'The second key still divides, and gives a wrong answer',
  },
  'hixie-75': { title: 'hixie-75', says: 'No key, no proof: what some call the “Flash handshake”' },
  'hixie-hello': { title: 'Hello between 00 and FF', says: 'A text frame of hixie-75 and -76' },
  'hixie-length': { title: 'Frame with a length', says: 'Type 80, 300 bytes, to be dropped' },
  'hixie-close': { title: 'FF 00', says: 'How hixie-76 says goodbye' },
  'chat-hybi-01': {
    title: 'hybi-01',
    says: 'Handshake as hixie-76; the first frame tells them apart. Made for this site',
  },
  'chat-hybi-03': { title: 'hybi-03', says: 'MORE instead of FIN, no mask. Made for this site' },
  'chat-hybi-04': { title: 'hybi-04', says: 'Whole frames masked; SHA-1 makes the mask. Made for this site' },
  'chat-hybi-06': { title: 'hybi-06', says: 'The key in front, header and payload masked. Made for this site' },
  'hybi-04': { title: 'hybi-04, a famous wrong pair', says: 'Still quoted; this accept was never right' },

  'deflate-hello': { title: '“Hello” compressed', says: 'RFC 7692 §7.2.3.1; RSV1 is set' },
  'deflate-fragments': { title: 'The same in two frames', says: 'RSV1 on the first frame only' },
  'deflate-window': { title: '“Hello” twice', says: 'The second points back into the first' },
  'deflate-window-alone': { title: 'Only the second', says: 'Without the first its window is empty' },
  'deflate-stored': { title: 'Stored block', says: 'RFC 7692 §7.2.3.3: not compressed at all' },
  'deflate-bfinal': { title: 'Final block', says: 'RFC 7692 §7.2.3.4: BFINAL is set' },
  'deflate-two-blocks': { title: 'Two blocks', says: 'RFC 7692 §7.2.3.5: with a flush between' },
  'deflate-empty': { title: 'Empty message', says: 'RFC 7692 §7.2.3.6: one byte, 00' },

  'broken-unmasked': { title: 'Client without a mask', says: 'Close 1002' },
  'broken-server-masked': { title: 'Server with a mask', says: 'Close 1002' },
  'broken-length': { title: 'Longer length than needed', says: '5 written in 16 bits' },
  'broken-rsv': { title: 'RSV bits, unknown opcode', says: 'No extension was agreed' },
  'broken-continuation': {
    title: 'Fragments out of order',
    says: 'Nothing to continue; then a message inside another',
  },
  'broken-ping': { title: 'Ping of 126 bytes', says: 'Control frames hold at most 125' },
  'broken-close': { title: 'Bad close frames', says: 'One byte; code 1005; text after close' },
  'broken-huge': { title: 'Length 2^63−1', says: 'Three bytes of it are there' },
  'broken-cut': { title: 'Cut off', says: 'The bytes end inside the payload' },
  'broken-mid-stream': { title: 'Starts in the middle', says: 'Where does the first frame begin?' },
  'broken-text': { title: 'Typing mistakes', says: 'The letter O for a zero, half a byte' },
} satisfies Record<SampleId, SampleWords>;
