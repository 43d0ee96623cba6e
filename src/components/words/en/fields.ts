import type { FieldId } from '../../../protocol/model/fields.ts';
import frame from './fields/frame.ts';
import type { FieldWords } from './fields/words.ts';

export default {
  // HTTP heads
  request: {
    name: 'Handshake request',
    short: 'request',
    blurb:
      'What the client sends first: an ordinary-looking HTTP GET that asks to change protocol. It must not send a frame before the answer has come.',
  },
  response: {
    name: 'Handshake response',
    short: 'response',
    blurb:
      'The server’s answer. With status 101 the HTTP part ends and the same TCP connection goes on as WebSocket; with any other status it stays ordinary HTTP.',
  },
  'interim-response': {
    name: 'Interim response',
    short: 'interim',
    blurb:
      'A response with a status from 100 to 199 other than 101. It is not the answer yet: a client reads over any number of them and waits for the final one.',
  },
  'request-line': {
    name: 'Request line',
    short: 'first line',
    blurb: 'The method, what is asked for and the HTTP version, with one space between them.',
  },
  'status-line': {
    name: 'Status line',
    short: 'first line',
    blurb: 'The HTTP version, a number that decides everything, and a phrase for people.',
  },
  method: {
    name: 'Method',
    short: 'method',
    blurb: 'Always GET here, in capitals: HTTP methods are case-sensitive.',
  },
  target: {
    name: 'Request target',
    short: 'target',
    blurb:
      'The path, with the query if there is one, of the address that was opened. It picks the service on that server, as in any other HTTP request.',
  },
  'http-version': {
    name: 'HTTP version',
    short: 'version',
    blurb:
      'At least HTTP/1.1: changing the protocol of a connection is something HTTP/1.0 does not know. HTTP/2 and HTTP/3 open a WebSocket in another way, without this line.',
  },
  'status-code': {
    name: 'Status code',
    short: 'status',
    blurb:
      '101 means “switching protocols”. Any other number is an ordinary HTTP answer and no WebSocket came about: 401 wants a login, 403 often refuses the origin, 426 wants another version.',
  },
  'reason-phrase': {
    name: 'Reason phrase',
    short: 'phrase',
    blurb:
      'For people to read; RFC 6455 leaves it free. The two hixie drafts prescribed it, and a hixie-75 client compared the whole line byte for byte.',
  },
  header: {
    name: 'Header field',
    short: 'header',
    blurb:
      'One line “name: value”. The order of the lines means nothing, except for the first ones of a hixie-75 answer, which had to come in a fixed order.',
  },
  'header-name': {
    name: 'Header name',
    short: 'name',
    blurb:
      'Upper and lower case are the same. Names that begin with Sec- cannot be set by a script in a page: that is how a server knows that no page forged this request.',
  },
  'header-value': {
    name: 'Header value',
    short: 'value',
    blurb: 'What the header says. Spaces before and after it do not count; some values are lists with commas.',
  },
  delimiter: {
    name: 'Separator',
    short: 'sep.',
    blurb:
      'A space, a colon or a line end. It only keeps the parts apart, and is shown so that every byte has its place.',
  },
  'blank-line': {
    name: 'Blank line',
    short: 'blank',
    blurb:
      'Ends the head. What follows may come in the same TCP segment, so a reader must keep the bytes it already has instead of throwing them away with the head.',
  },
  'http-body': {
    name: 'HTTP body',
    short: 'body',
    blurb:
      'The content of an ordinary HTTP answer. The server did not switch protocols, so these bytes are not frames.',
  },

  // Handshake values
  key: {
    name: 'Sec-WebSocket-Key',
    short: 'key',
    blurb:
      'Base64 of 16 random bytes: 24 characters ending in ==, fresh for every connection. The server has to work it into its answer and so shows that it read this very handshake. It is no password and no secret.',
  },
  'key-nonce': {
    name: 'Bytes of the key',
    short: 'nonce',
    blurb:
      'The 16 random bytes the base64 text stands for. Nobody uses them: the answer is computed from the text. Decoding it first is a frequent bug.',
  },
  accept: {
    name: 'Sec-WebSocket-Accept',
    short: 'accept',
    blurb:
      'The SHA-1 hash of the key and a fixed text, as base64: always 28 characters ending in one =. It shows that the server understood the handshake, not who the server is.',
  },
  'accept-input': {
    name: 'Text to hash',
    short: 'input',
    blurb:
      'The key exactly as it was sent, followed at once by the fixed text 258EAFA5-E914-47DA-95CA-C5AB0DC85B11: 24 + 36 = 60 characters. Both ends build it; it never travels.',
  },
  'accept-expected': {
    name: 'Expected accept',
    short: 'expected',
    blurb:
      'What Sec-WebSocket-Accept must be for this key, computed here. A client that finds anything else drops the connection.',
  },
  'server-nonce': {
    name: 'Server nonce',
    short: 'nonce',
    blurb: 'hybi-04: random bytes of the server. With the key they give the connection key.',
  },
  'connection-key': {
    name: 'Connection key',
    short: 'conn. key',
    blurb: 'hybi-04: SHA-1 of key, nonce and a GUID, as text. The keys of the client’s frames are made from it.',
  },
  'hixie-key': {
    name: 'Key1 or Key2',
    short: 'key',
    blurb:
      'A number hidden among noise: its digits make the number, its spaces the divisor, the other characters mean nothing. Every single space counts, also when two stand side by side.',
  },
  'hixie-key-digits': {
    name: 'Digits',
    short: 'digits',
    blurb:
      'All digits of the key from left to right, read as one decimal number. It may reach 4294967295, more than a signed 32-bit integer holds.',
  },
  'hixie-key-spaces': {
    name: 'Number of spaces',
    short: 'spaces',
    blurb:
      'How many spaces (U+0020) the key contains, 1 to 12 of them. The number is divided by this; without a space there is no handshake.',
  },
  'hixie-key-part': {
    name: 'Quotient',
    short: 'part',
    blurb:
      'The number divided by the spaces, with nothing left over: no rounding, no fractions. It goes on as four bytes, the most significant first.',
  },
  key3: {
    name: 'Key3',
    short: 'key3',
    blurb:
      'Eight random bytes after the blank line, in no header and without a Content-Length. A proxy that reads HTTP strictly may hold them back or drop them.',
  },
  challenge: {
    name: 'Challenge',
    short: 'challenge',
    blurb: 'Sixteen bytes: the quotient of Key1, the quotient of Key2, and key3. Both ends build it; it never travels.',
  },
  'challenge-expected': {
    name: 'Expected response',
    short: 'expected',
    blurb: 'The MD5 hash of the challenge, computed here: the 16 bytes the server has to send.',
  },
  'challenge-response': {
    name: 'Challenge response',
    short: 'response',
    blurb:
      'The 16 bytes of the MD5 hash as they are, right after the headers: not in a header, not in hex, not in base64. Any byte value can occur.',
  },

  // RFC 6455 frames
  ...frame,
  'close-code': {
    name: 'Close code',
    short: 'code',
    blurb:
      'The first two bytes of a Close payload: why the connection ends. A Close may also be empty; the receiver’s API then reports 1005.',
  },
  'close-reason': {
    name: 'Close reason',
    short: 'reason',
    blurb: 'UTF-8 text after the code, at most 123 bytes. It is meant for logs, not for the eyes of users.',
  },

  // hixie frames
  'frame-type': {
    name: 'Frame type',
    short: 'type',
    blurb:
      'The first byte of a hixie frame. Below 0x80 the content runs up to the next FF, and only type 00 is text. From 0x80 on a length follows; FF 00 is the close of hixie-76.',
  },
  'hixie-length': {
    name: 'Length, 7 bits a byte',
    short: 'length',
    blurb:
      'Seven bits in each byte, the most significant first; a set 0x80 says that one more byte follows. The bytes it announces are read and thrown away.',
  },
  'frame-end': {
    name: 'End of frame',
    short: 'end',
    blurb:
      'FF ends the text. It can, because FF never occurs in UTF-8; for the same reason this kind of frame cannot carry binary data.',
  },

  // Messages
  more: {
    name: 'MORE',
    short: 'M',
    blurb: 'The first bit in hybi-01 to -03, the opposite of FIN: 1 means that the message goes on in another frame.',
  },
  rsv4: {
    name: 'RSV4',
    short: 'R4',
    blurb: 'A fourth reserved bit, where MASK is today.',
    /** Of RSV1 to RSV3 in the frames that have an RSV4. */
    others:
      'One of four bits kept for extensions; without one it is 0. No extension of these drafts made use of it. Only from hybi-09 on does a 1 that nobody agreed on end the connection.',
  },
  'draft-opcode': {
    name: 'Opcode',
    short: 'opcode',
    blurb: 'Up to hybi-06: 0 continuation, 1 close, 2 ping, 3 pong, 4 text, 5 binary.',
  },
  'frame-nonce': {
    name: 'Frame nonce',
    short: 'nonce',
    blurb:
      'Four random bytes in front of each frame of a hybi-04 client. SHA-1 makes the key of the frame from them and the connection key.',
  },
  'frame-key': {
    name: 'Frame key',
    short: 'frame key',
    blurb:
      '20 bytes that are XORed over the frame again and again, header included. Both ends derive them; they never travel.',
  },
  'frame-masking-key': {
    name: 'Key of the masked frame',
    short: 'key',
    blurb:
      'Four bytes in front of each frame of a hybi-05 or -06 client, XORed over header and payload from the first header byte on.',
  },
  'masked-frame': {
    name: 'Masked frame',
    short: 'masked',
    blurb: 'Header and payload as they travelled: without the key not even the length can be read.',
  },
  'frame-unmasked': {
    name: 'Frame, unmasked',
    short: 'in clear',
    blurb: 'Header and payload with the key XORed over them.',
  },
  message: {
    name: 'Message',
    short: 'message',
    blurb:
      'What the application sent: one data frame, or a first frame and its continuations. Where it was cut means nothing, and control frames may stand in between.',
  },
  'message-payload': {
    name: 'Message content',
    short: 'content',
    blurb:
      'The unmasked payloads of its frames, joined in order. Whether text is valid UTF-8 is decided here, not frame by frame. Of a compressed message these are the compressed bytes.',
  },
  'payload-inflated': {
    name: 'Inflated content',
    short: 'inflated',
    blurb:
      'The content after inflating: the joined payload with the four bytes 00 00 ff ff put back that the sender cut off, read as DEFLATE. It may repeat what earlier messages of this direction said.',
  },
  'inflate-ratio': {
    name: 'Times as long inflated',
    short: 'ratio',
    blurb:
      'Inflated bytes for each byte on the wire, frame headers left out. Below 1 compressing made the message longer; that happens with short ones.',
  },

  unparsed: {
    name: 'Unread bytes',
    short: 'unread',
    blurb: 'Bytes that could not be assigned to anything. They are shown because nothing is left out here.',
  },
} satisfies Record<FieldId, FieldWords>;
