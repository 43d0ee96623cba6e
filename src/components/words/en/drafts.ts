import type { Draft } from '../../../protocol/model/drafts.ts';
import type { AfterwardsId, ChangeId } from '../../../protocol/model/history.ts';
import type { Described } from './codes.ts';

/** What a text did against the one before it, and what for. */
export interface Change {
  readonly what: string;
  readonly why: string;
}

/** Every text of the history. Names are draft numbers; version numbers are told apart from them everywhere. */
const texts = {
  'hixie-75': {
    name: 'hixie-75',
    blurb:
      'The first WebSocket in released browsers: Chrome 4, Safari 5.0. A polite request, an answer that repeats it, and text between 00 and FF.',
  },
  'hixie-76': {
    name: 'hixie-76',
    blurb:
      'The server must now prove that it read the handshake. The working group took this text over unchanged as hybi-00.',
  },
  'hybi-01': {
    name: 'hybi-01',
    blurb: 'The first binary header: a kind of frame, a length, fragments. The handshake is still that of hixie-76.',
  },
  'hybi-02': { name: 'hybi-02', blurb: 'The first draft that says which draft it is, in a header of its own.' },
  'hybi-03': {
    name: 'hybi-03',
    blurb: 'Nothing new in a handshake or a text frame; its header even goes on saying 2.',
  },
  'hybi-04': {
    name: 'hybi-04',
    blurb: 'The great rebuilding: one key, SHA-1, FIN, and masking, derived anew for every frame from three sources.',
  },
  'hybi-05': {
    name: 'hybi-05',
    blurb: 'The mask is simplified: four random bytes in front of the frame, in clear, and no nonce from the server.',
  },
  'hybi-06': {
    name: 'hybi-06',
    blurb: 'Text frames as in hybi-05. A Connection header may be a list now, and a Close can say why.',
  },
  'hybi-07': {
    name: 'hybi-07',
    blurb: 'The frame of today: a MASK bit, the key behind the length, only the payload masked. Firefox 6 spoke it.',
  },
  'hybi-08': {
    name: 'hybi-08',
    blurb: 'The first of five texts that send version 8. Two close codes for what never came.',
  },
  'hybi-09': {
    name: 'hybi-09',
    blurb: 'Not a byte changes. Reserved bits that nobody agreed on now end the connection.',
  },
  'hybi-10': {
    name: 'hybi-10',
    blurb:
      'Not a byte changes. Text that is not UTF-8 now ends the connection. Chrome 14 and Firefox 7 send version 8.',
  },
  'hybi-11': { name: 'hybi-11', blurb: 'The origin gets its ordinary name back.' },
  'hybi-12': { name: 'hybi-12', blurb: 'Only the wording changed.' },
  'hybi-13': { name: 'hybi-13', blurb: 'The version becomes 13 and stays 13 for ever. Chrome 16, Firefox 11, IE 10.' },
  'hybi-14': { name: 'hybi-14', blurb: 'Not a byte changes. A length must now take the shortest form.' },
  'hybi-15': { name: 'hybi-15', blurb: 'Not a byte changes. Who masks wrongly is closed with 1002.' },
  'hybi-16': { name: 'hybi-16', blurb: 'Only the wording changed.' },
  'hybi-17': { name: 'hybi-17', blurb: 'Only the wording changed. The last draft.' },
  rfc6455: {
    name: 'RFC 6455',
    blurb: 'The standard. Its handshake and its frames are those of hybi-13, byte for byte.',
  },
} satisfies Record<Draft, Described>;

const changes = {
  'challenge-keys': {
    what: 'Two keys of digits, spaces and noise, and 8 raw bytes behind the blank line.',
    why: 'The answer of hixie-75 depends on nothing that is new in the request, so it does not prove that the request was understood.',
  },
  'challenge-answer': {
    what: 'The server answers with 16 raw bytes: the MD5 of two divisions and the 8 bytes.',
    why: 'Whoever sends them has read this very handshake. They prove nothing else, and hide nothing.',
  },
  'sec-names': {
    what: 'WebSocket-… headers become Sec-WebSocket-….',
    why: 'A script in a page cannot set a header that begins with Sec-. So the request comes from a browser’s WebSocket, not from a forged HTTP request.',
  },
  'free-order': {
    what: 'The client sends its headers in random order.',
    why: 'On purpose: so that no server comes to rely on an order.',
  },
  'answer-parsed': {
    what: 'The answer is no longer compared byte for byte in its first three lines.',
    why: 'Another space or another order is no sign of a wrong server, and the proof stands elsewhere now.',
  },
  'close-frame': {
    what: 'FF 00 from both sides ends a connection.',
    why: 'Before, TCP just stopped, and nobody could tell an end from an accident.',
  },
  'binary-header': {
    what: 'Two bytes in front of every frame, with the length, instead of 00 and FF around it.',
    why: 'A receiver knows at once how much is coming. And bytes of any value can be sent: no end mark can turn up inside.',
  },
  'frame-kinds': {
    what: 'Four bits say what a frame is: continuation 0, close 1, ping 2, pong 3, text 4, binary 5.',
    why: 'Binary messages, a test whether the other side is still there, and closing all become ordinary frames.',
  },
  'more-bit': {
    what: 'MORE = 1: the message goes on in another frame.',
    why: 'A sender can begin before it knows how long the message will be.',
  },
  'spare-bits': {
    what: 'Four bits kept free: RSV1 to RSV4.',
    why: 'Room for extensions that nobody had written yet.',
  },
  'draft-header': {
    what: 'Sec-WebSocket-Draft: 2.',
    why: 'The drafts no longer understand each other’s frames, so a request has to say which one it speaks.',
  },
  'first-extension': {
    what: 'The text describes a first extension: compression.',
    why: 'Messages of the web are mostly text and shrink well. What came of it, years later, is permessage-deflate.',
  },
  'close-body-match': {
    what: 'The body of a close frame is compared with that of its answer.',
    why: 'So that the answer to a Close can be told from a Close that crossed it on the way.',
  },
  'version-header': {
    what: 'Sec-WebSocket-Draft becomes Sec-WebSocket-Version, and says 4.',
    why: 'It is about what is sent, not about which text somebody has read. From here on the two numbers drift apart.',
  },
  'sha1-accept': {
    what: 'One key in base64 and one answer in base64, through SHA-1. No spaces to count, no raw bytes behind a head.',
    why: 'Bytes without a Content-Length got stuck in proxies, and counting spaces broke as soon as a key was copied.',
  },
  'server-nonce': {
    what: 'The server adds Sec-WebSocket-Nonce: 16 random bytes of its own.',
    why: 'It goes into the mask, so nobody can work out a mask before the server has answered.',
  },
  'frame-mask': {
    what: 'Every frame of the client is XORed, its header too, with 20 bytes from SHA-1.',
    why: 'In 2010 researchers showed how a confused proxy takes what a page sends for HTTP requests. Nothing shall travel as the page chose it.',
  },
  'fin-bit': {
    what: 'MORE is turned over and called FIN: 1 means the last.',
    why: 'The same bit with the opposite meaning.',
  },
  'extensions-header': {
    what: 'Sec-WebSocket-Extensions: offered by the client, chosen by the server.',
    why: 'The spare bits need somebody who agrees on their meaning.',
  },
  'sec-origin': {
    what: 'Origin becomes Sec-WebSocket-Origin.',
    why: 'A name with the prefix that scripts cannot set. Taken back in hybi-11.',
  },
  'location-dropped': {
    what: 'The answer no longer repeats the address: Sec-WebSocket-Location is gone.',
    why: 'The accept already shows that the request was read.',
  },
  'upgrade-any-case': {
    what: 'Upgrade: websocket, in any case; the answer is an ordinary 101 Switching Protocols.',
    why: 'HTTP compares such words without regard to case, and libraries do so by themselves.',
  },
  'protocol-commas': {
    what: 'Subprotocols are separated by commas, no longer by spaces.',
    why: 'That is how HTTP writes lists.',
  },
  'new-version': {
    what: 'A new version number.',
    why: 'Ends that no longer understand each other shall notice it in the handshake, not in the first frame.',
  },
  'nonce-dropped': {
    what: 'Sec-WebSocket-Nonce is gone.',
    why: 'Nothing is computed from it any more. Random bytes for each frame are enough to keep a page from foreseeing its bytes.',
  },
  'key-in-clear': {
    what: 'The first four bytes of a frame are the key itself; header and payload are XORed with it.',
    why: 'No SHA-1 for every frame. The mask need not be secret on the way, only unknown to the page beforehand.',
  },
  'close-letter': {
    what: 'The body of a close frame begins with a letter: C from the client, S from the server.',
    why: 'So that each side can tell the other’s Close from its own, sent back.',
  },
  'close-body': {
    what: 'The body of a close frame: two bytes of code, then a reason.',
    why: 'So that the other side can learn why.',
  },
  'connection-list': {
    what: 'Connection must contain Upgrade; it need not equal it.',
    why: 'In HTTP it is a list. Firefox sends keep-alive, Upgrade.',
  },
  'mask-bit': {
    what: 'The key moves behind the length, a MASK bit announces it, and only the payload is masked.',
    why: 'A reader finds kind and length without unmasking first, and a frame says itself whether it is masked. What a page chooses freely is the payload, and that stays masked.',
  },
  'new-opcodes': {
    what: 'Opcodes are numbered anew: 0, 1, 2 carry data; 8, 9, A control.',
    why: 'One bit now tells control frames from data, those still to be invented too.',
  },
  'codes-never-sent': {
    what: 'Close codes 1005 and 1006 appear. They are never sent.',
    why: 'An application needs a word for “no code came” and for “no close came”.',
  },
  'rsv-fails': {
    what: 'RSV1 to RSV3 without an extension: fail the connection.',
    why: 'A bit that nobody agreed on can mean anything. Going on would be guessing.',
  },
  'utf8-fails': {
    what: 'Text that is not UTF-8: fail the connection, code 1007.',
    why: 'Before, such bytes were quietly replaced, and the two sides held different texts.',
  },
  'plain-origin': {
    what: 'Sec-WebSocket-Origin is Origin again.',
    why: 'Browsers and servers have a header for just that, in use for other requests too.',
  },
  'versions-listed': {
    what: 'A server names all versions it speaks.',
    why: 'So that a client that is refused can try again with one of them.',
  },
  'close-codes': {
    what: 'Codes 1008, 1009 and 1010 are added; 1004 loses its meaning.',
    why: '“Too large” moves from 1004 to 1009; a broken policy and a missing extension get codes of their own.',
  },
  'subprotocol-offered': {
    what: 'A subprotocol that was not offered: the client fails the connection.',
    why: 'The two sides would read the same messages in different ways.',
  },
  'shortest-length': {
    what: 'A length must take the shortest of the three forms.',
    why: 'One length, one way to write it: no two readers can disagree.',
  },
  'once-only': {
    what: 'Sec-WebSocket-Key and Sec-WebSocket-Accept may stand in a head only once.',
    why: 'With two of them, two readers might pick different ones.',
  },
  'mask-enforced': {
    what: 'An unmasked frame from a client or a masked one from a server: close with 1002.',
    why: 'A protection that is only hoped for protects nobody.',
  },
  'versions-required': {
    what: 'A server that refuses a version MUST list those it speaks.',
    why: 'A client cannot find out in any other way.',
  },
  'last-codes': {
    what: 'Close codes 1011 and 1015 are added.',
    why: 'For an error inside a server, and for TLS that failed; the second is never sent.',
  },
} satisfies Record<ChangeId, Change>;

const afterwards = {
  rfc7692: {
    name: 'Compression',
    blurb: 'permessage-deflate: agreed on in Sec-WebSocket-Extensions, announced by RSV1 in a frame.',
  },
  rfc8441: {
    name: 'WebSocket over HTTP/2',
    blurb: 'An extended CONNECT opens one stream; the frames travel in its DATA frames.',
  },
  rfc9220: { name: 'WebSocket over HTTP/3', blurb: 'The same request on a stream of HTTP/3, over QUIC.' },
} satisfies Record<AfterwardsId, Described>;

export default { texts, changes, afterwards };
