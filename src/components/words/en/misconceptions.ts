import type { MisconceptionId } from '../../../protocol/model/misconceptions.ts';

/** `title` is the claim as people say it: the only texts of this site that are not true. */
interface MisconceptionWords {
  readonly title: string;
  readonly fact: string;
  readonly why: string;
}

export default {
  'no-http': {
    title: 'WebSocket runs on top of HTTP – or has nothing to do with it',
    fact: 'Both halves miss it. A connection begins as one HTTP/1.1 request and one response, 101. After the blank line of that response the same TCP connection speaks WebSocket, and no HTTP any more. Over HTTP/2 and HTTP/3 there is no 101: a CONNECT request opens a stream, and the frames stay inside that stream.',
    why: 'The address begins with ws:, the first bytes with GET. Whoever looks at only one of the two tells half the story.',
  },
  'comet-full-duplex': {
    title: 'Comet is full duplex, too',
    fact: 'With long polling each HTTP exchange goes one way at a time: a request, then its answer. What the page wants to say meanwhile needs a second request, mostly on a second connection. Streaming, such as server-sent events, goes one way only. In a WebSocket both sides send whenever they like, on one connection.',
    why: 'Seen from the page both directions work, at what looks like the same time. Two one-way roads feel like one two-way road until you count connections and headers.',
  },
  'headers-dozens-of-bytes': {
    title: 'HTTP headers are a few dozen bytes',
    fact: 'A browser’s request with its cookies had 200 bytes to 2 KB of headers when WebSocket was made, mostly 700 to 900, and the answer has its own. A WebSocket frame has 2 to 14 bytes of header. HTTP/2 and HTTP/3 shrink headers that repeat, so the gap is smaller there. TCP and IP add 40 bytes or more to each packet, whatever is in it.',
    why: 'A request typed by hand, such as GET / and a Host line, is indeed that short. No browser sends so little.',
  },
  'flash-handshake': {
    title: 'Old browsers use the Flash handshake',
    fact: 'There is no such handshake. What goes by that name is the one of hixie-75, the WebSocket of Chrome 4 and Safari 5.0. A Flash object served browsers without a WebSocket of their own: it opened a plain socket and sent the same bytes. Only the policy file is Flash’s own: a separate connection, before anything of WebSocket.',
    why: 'Many first met this handshake in the library that brought WebSocket to old browsers by way of Flash, and named it after the library.',
  },
  'key-division-rounds': {
    title: 'The number of a hixie-76 key is divided by its spaces and rounded down',
    fact: 'Nothing is rounded. The number made of the digits must be an exact multiple of the count of spaces. If anything is left over, if there is no space, or if the number is above 4294967295, the server aborts the connection.',
    why: 'Code that is copied around converts the quotient with int(…). With genuine keys there is nothing to round, so it never shows. With a key that lost a space on a web page, it answers wrongly instead of stopping.',
  },
  'key3-in-a-header': {
    title: 'The answer to a hixie-76 request goes into a header, as hex or base64',
    fact: 'Neither the third key nor the answer stands in a header. Key 3 is 8 raw bytes behind the blank line of the request; the answer is the 16 raw bytes of the MD5 behind the blank line of the response. Written as hex digits they are 32 bytes: the client compares the first 16, and gives up.',
    why: 'Today’s answer does stand in a header, Sec-WebSocket-Accept, in base64. And bytes without a header or a Content-Length look as if they did not belong there; to some proxies, too.',
  },
  'version-13-or-above': {
    title: 'Sec-WebSocket-Version must be 13 or above',
    fact: 'It must be exactly 13. Higher numbers mean nothing, and 9 to 12 are reserved and were never sent. A server that does not know the version says so, with 426 for example, and lists the versions that it knows.',
    why: 'Browsers’ versions count up, and a newer one can do what the older could. This number is a name: it says which text is spoken.',
  },
  'connection-equals-upgrade': {
    title: 'A server checks that Connection equals “Upgrade”',
    fact: 'Connection holds a list. It must contain the token Upgrade, in any case of letters: Firefox sends “keep-alive, Upgrade”. A comparison of the whole value turns Firefox away.',
    why: 'Chrome sends the one word alone, and so does the example in RFC 6455. The comparison works until the first visitor with Firefox comes.',
  },
  'key-is-decoded': {
    title: 'For the accept, the key is decoded first, and the hash is written in hex',
    fact: 'The key is hashed as the text that it is: its 24 characters, then the 36 of the GUID with capital letters, 60 bytes in all. The 20 raw bytes of the SHA-1 are then written in base64: always 28 characters. Decode the key, take the hex digits, or write the GUID in small letters, and the accept is another.',
    why: 'The key is base64, so one wants to decode it; hash tools print hex digits, so one takes those. Each is a plausible step, and the wrong one here.',
  },
  'old-headers-needed': {
    title: 'The answer needs WebSocket-Origin and WebSocket-Location',
    fact: 'They belong to the handshake of hixie-75 and, with “Sec-” in front, to that of hixie-76. RFC 6455 has neither, and its clients ignore them, like the words behind 101. Today the answer needs Upgrade, Connection and Sec-WebSocket-Accept, and no more.',
    why: 'Tutorials grew by adding: the old lines stayed, the new ones came below. Since clients ignore what they do not know, nobody noticed.',
  },
  'all-subprotocols-back': {
    title: 'The server answers with the subprotocols that it supports',
    fact: 'It answers with exactly one of those that the client offered, or leaves the header out. The client fails the connection on anything that it did not offer, and a list is no single offer.',
    why: 'The request has a list in the very same header. And elsewhere in HTTP, as in Allow, a server does list what it can do.',
  },
  'rsv-ignored': {
    title: 'The RSV bits can be ignored',
    fact: 'A bit that no agreed extension has given a meaning must be 0, and a receiver that sees it set fails the connection. With permessage-deflate RSV1 says that the message is compressed: whoever skips over it shows compressed bytes as the text.',
    why: '“Reserved” sounds like “not in use”, and in nearly every frame they are 0.',
  },
  'fin-ends-the-connection': {
    title: 'FIN marks the last frame of the connection; other frames are appended to the one before',
    fact: 'FIN is set on the last frame of a message, so on most frames there are. The connection goes on; it ends with Close. And a Ping, Pong or Close may stand between the parts of a message: a continuation belongs to the message that is open, not to the frame before it.',
    why: 'TCP has a FIN, too, and there it does end the stream. In a stream without control frames, “the frame before” happens to be the right one.',
  },
  'length-edges-65525': {
    title: 'Two bytes of length serve 128 to 65525, eight bytes serve 65526 and more',
    fact: 'Seven bits serve 0 to 125, two bytes 126 to 65535, eight bytes 65536 and more. Two bytes count to 2¹⁶ − 1 = 65535, and 126 and 127 themselves need two bytes, because as values of the seven bits they have another meaning.',
    why: 'A slip in a tutorial that was copied from page to page. Most messages are far from the edges, so most tests pass.',
  },
  'length-65536-fits': {
    title: 'Up to 65536 bytes, two bytes of length will do',
    fact: 'Two bytes hold 0 to 65535. 65536 cut to sixteen bits is 0: the frame then says that it is empty, and its whole payload is read as the next frames.',
    why: '65536 is the number everybody knows. It counts the values, and the largest of them is one less. The test should read “< 65536”.',
  },
  'length-equals-126': {
    title: '“if length == 126: two bytes, else: eight bytes”',
    fact: 'When a frame is written, 126 is not a length to compare with but the mark of the two-byte form, which serves every length from 126 to 65535. Code that compares sends 127 to 65535 in eight bytes: longer than needed, which RFC 6455 forbids. Some receivers accept it, Chromium does not.',
    why: 'When a frame is read, the same line is right: there 126 stands in the seven bits. Copied to the side that writes, it compares the wrong number.',
  },
  'length-read-twice': {
    title: '“if length == 126: length = the next two bytes; if length == 127: length = the next eight”',
    fact: 'A payload of 127 bytes is sent as 126 and then 00 7f. This code puts 127 into the variable, and its second line takes that for the mark of the eight-byte form. The second test belongs into an “else”, or the two numbers into two variables.',
    why: 'It is right for every length but one, and who tests with just 127 bytes?',
  },
  'masking-encrypts': {
    title: 'Masking encrypts the payload, and SHA-1 or base64 makes the handshake secret',
    fact: 'The masking key stands in the frame, in front of what it masks: whoever sees the frame can undo it. Masking keeps a script from choosing the bytes on the wire, so that no confused proxy takes them for a request. SHA-1 and MD5 show that the peer has read this handshake, base64 only turns bytes into letters. Against listeners there is wss: TLS.',
    why: 'There is a key, an XOR, and in a capture the text cannot be read. That is how secrets look, but here the key travels along.',
  },
  'server-masks': {
    title: 'Both sides mask what they send',
    fact: 'A client masks every frame, a server none. A frame from the wrong side ends the connection with 1002. Where MASK is 0, no key stands in the frame: whoever reads four bytes of key there takes them from the payload.',
    why: 'Code for one direction is easily used for both. But only a client’s bytes may be chosen by somebody else’s script, and only they can be taken for a request.',
  },
  'tls-needs-no-mask': {
    title: 'Over wss, masking is not needed',
    fact: 'A client masks over TLS, too: RFC 6455 makes no exception, and a server ends the connection when a client’s frame is not masked. One rule for all means that a server need not know what carried the bytes to it; often a proxy has taken TLS off before.',
    why: 'Inside TLS a proxy between cannot read the bytes, so the reason for masking hardly applies there. The rule does.',
  },
  'unmask-the-string': {
    title: 'Unmask the text letter by letter, in place',
    fact: 'In JavaScript, Python and many other languages a string cannot be changed: the assignment does nothing, or raises an error. And masked bytes are no text: to decode them as UTF-8 first spoils them. Unmask bytes in an array of bytes, then decode the whole message.',
    why: 'For plain English letters, bytes and letters look the same. Such code stood for years in a tutorial that everybody copied.',
  },
  'one-read-one-frame': {
    title: 'One read from the socket gives one frame',
    fact: 'TCP carries a stream of bytes and knows no frames. One read may give half a frame, exactly one, or five and a piece of the sixth; the cut may be anywhere, even inside the masking key. A reader keeps what is left over, and looks for the next frame there.',
    why: 'On one machine, with short messages and pauses between them, it nearly always is one frame. It goes wrong on the first busy day.',
  },
  'and-127-is-a-parser': {
    title: '“data[1] & 127” gives the length; the rest is the message',
    fact: 'The seven bits are only the short form: 126 and 127 mean that the length follows. Code that then takes “the rest” merges two frames that came together, cuts one that came in two reads, and never asks for FIN, opcode or MASK: the two bytes of a Close are decoded as text, and the program fails.',
    why: 'It is ten lines, it has been copied into countless answers, and with one short message at a time it works.',
  },
  'pongs-do-not-matter': {
    title: 'Pings may be left unanswered, and each pong must belong to a ping',
    fact: 'Unless a Close has come, a Ping must be answered, with exactly the same bytes. Of several that wait, only the latest needs an answer. And a Pong that nobody asked for is allowed: a heartbeat in one direction. It needs no answer.',
    why: 'Browsers answer by themselves and show no page the one or the other, so it is easy to believe that nothing has to be done.',
  },
  'no-code-is-1000': {
    title: 'Closing without a code means 1000',
    fact: 'A Close without a body says nothing, and whoever receives it reports 1005: no code was there. 1005 itself never travels; nor do 1006, for a connection that ended without a Close, and 1015, for TLS that failed.',
    why: 'close() without arguments sounds like a normal end, and 1000 means one. In a browser, that call sends a Close without a code, and the event reports 1005.',
  },
} satisfies Record<MisconceptionId, MisconceptionWords>;
