import type { FieldId } from '../../../../protocol/model/fields.ts';

/** Why a field is there, and why it is as it is. What it is stands in the namespace `fields`. */
export default {
  request:
    'What begins as an ordinary HTTP request gets through the ports, proxies and servers that are there already, and one server can speak HTTP and WebSocket side by side.',
  response:
    'A page may send bytes of its own choice only to a server that understands WebSocket. So the client checks the answer in full, and anything odd ends the connection.',
  'interim-response':
    'HTTP/1.1 lets a server, or a proxy on the way, say that it is still at work. A reader that takes the first status for the answer gives up too early.',
  'request-line':
    'It makes the handshake a valid HTTP request: everything between the two ends knows how to pass one on.',
  'status-line':
    'One number decides: 101, or this is no WebSocket. A client of RFC 6455 goes by the number alone; one of hixie-75 compared the whole line.',
  method:
    'GET asks for something without changing it, and has no body: behind the blank line there is room for the new protocol.',
  target:
    'One port can offer many services: the path picks one. A page cannot set headers for a WebSocket, so the query often carries what would otherwise stand in one.',
  'http-version':
    'Over HTTP/2 and HTTP/3 many streams share one connection, so it cannot change its protocol as a whole. There, RFC 8441 and RFC 9220 open a WebSocket inside one stream.',
  'status-code':
    'A server can refuse in the words of HTTP: log in first, go elsewhere, not from that page, another version. A page learns none of it: its socket only reports 1006.',
  'reason-phrase':
    'Programs go by the number. A server that still sends the phrase of 2010 does no harm today: nobody reads it.',
  header: 'The handshake needed no format of its own. Headers can be added, and a reader skips those it does not know.',
  'header-name':
    'Browsers let no script set a name that begins with Sec- for an ordinary request. So a request that has such names was made by a WebSocket, not forged with fetch or XMLHttpRequest.',
  'header-value':
    'How to compare it depends on the name: words in any case for Upgrade and Connection, exact text for key and accept, lists for subprotocols and extensions.',
  delimiter:
    'Readers that find the borders in different places see different requests, and one can be smuggled past the other. Hence exactly one way to separate.',
  'blank-line':
    'A head has no length in front of it: the empty line is the only sign that it is over. Behind the server’s, the very next byte is a frame.',
  'http-body':
    'A refusal stays HTTP to its end. Content-Length or Transfer-Encoding say where that is; behind it the connection may serve another request.',
  key: 'Were there nothing new in each request, a stored answer would do, from a cache or from a server that never understood the question.',
  'key-nonce':
    'With 16 random bytes, no two connections share a key by chance. Apart from that their value means nothing.',
  accept:
    'Only a program that knows the fixed text of RFC 6455 can compute it, and only from this key: no HTTP server sends it by accident.',
  'accept-input':
    'The fixed text is a GUID, so no other protocol appends the same. It is printed in the RFC: the point is to show understanding, not to keep a secret.',
  'accept-expected':
    'Both ends compute it on their own, so one comparison tells the client whether the server read this very key.',
  'hixie-key':
    'A server cannot answer by repeating: it must read the key character by character, divide, and hash. hixie-75 asked for nothing like that.',
  'hixie-key-digits':
    'They are scattered among other characters, so only a server that knows the rule finds the number.',
  'hixie-key-spaces':
    'The division ties digits and spaces together: if a space is lost on the way, the quotient is another one, or a remainder gives it away.',
  'hixie-key-part':
    'The client began with this number and multiplied, so the division always comes out even. A remainder means that the key was damaged, or not made by a client.',
  key3: 'It completes the challenge outside of the headers. As no header announces it, strict proxies held it back or dropped it; RFC 6455 puts its whole challenge into one header.',
  challenge: 'To put it together a server must have understood both keys and read on past the blank line.',
  'challenge-expected':
    'The client computes the same hash and compares all 16 bytes; one wrong byte and it drops the connection.',
  'challenge-response':
    'It is another one for every request, unlike the reply of hixie-75, which anybody could have stored.',
  frame:
    'TCP delivers a stream without borders. Frames draw them, at a price of two bytes for a short message from the server and six from the client.',
  fin: 'A sender can begin before it knows how long the message will be, and no end has to keep all of a long one. FIN says where it ends.',
  rsv1: 'An extension can use a bit only if everybody else checks that it is 0: whoever did not agree to compression fails at once instead of reading nonsense.',
  rsv2: 'Room for extensions to come. Because every receiver checks the bit today, an extension can rely on it tomorrow.',
  rsv3: 'Room for extensions to come. Because every receiver checks the bit today, an extension can rely on it tomorrow.',
  opcode:
    'Content and housekeeping share one connection. Four bits tell them apart, so that a ping can be answered in the midst of a long message.',
  mask: 'The receiver has to know whether four bytes of key come next. And as the direction alone decides the bit, a wrong one shows that the peer is confused: close with 1002.',
  'length-7':
    'Most messages are short, and a short one should not pay for the long ones. With the length in front, a receiver knows at once how much is coming and may refuse it.',
  'length-16':
    'It saves six bytes against the long form. It must not be used for less than 126: one length, one way to write it, so no two readers can differ.',
  'length-64':
    'The header sets no limit to a message that anybody will ever reach. What a receiver takes is another matter: it may close with 1009.',
  'masking-key':
    'A script that could foresee the key could choose its payload so that certain bytes appear on the wire, such as a request for a proxy to misread. So it is random, and new for each frame.',
  payload:
    'Apart from text and Close, the protocol does not look inside: what the bytes mean is up to the application, or to the subprotocol agreed on.',
  'payload-unmasked':
    'This is what the sender meant. XOR with the same key undoes itself, so one function serves both ends.',
  text: 'Both ends shall see the same characters. Bytes that are not UTF-8 are therefore not repaired but end the connection, with 1007.',
  'close-code':
    'A program can act on a number: come back later, log in again, report a fault. TCP alone only says that it is over.',
  'close-reason':
    'Whoever reads the log wants more than a number. Control frames hold at most 125 bytes and the code takes two: that leaves 123.',
  'frame-type':
    'A byte in front and a byte behind is all that text needs. The types with a length were kept for data of later drafts; only FF with length 0 came into use, to end a connection of hixie-76.',
  'hixie-length':
    'A receiver can skip what it does not know. Groups of seven bits have no end, so a reader has to set a limit of its own.',
  'frame-end':
    'The price: a receiver must look at every byte to find the end, and binary data cannot be sent. The header of hybi-01 says the length instead.',
  'server-nonce':
    'With it the masks depend on both ends: neither the client nor a script in it can choose them alone. hybi-05 dropped it: a random key in the frame does the same, without a hash for each frame.',
  'connection-key':
    'Who has not seen both halves of the handshake cannot compute it. So a capture that begins in the middle cannot be read: one more reason why the key now stands in the frame.',
  more: 'A sender can begin before it knows how long the message will be. hybi-04 turned the bit round and called it FIN.',
  rsv4: 'Room for extensions. Nobody needed a fourth bit; since hybi-07 it says whether the frame is masked.',
  'draft-opcode':
    'Kinds of frames get numbers for the first time. In hybi-07 control frames moved to 8 and above, so that one bit tells them from data.',
  'frame-nonce': 'With a new nonce every frame has another key, so what a script sends never looks the same twice.',
  'frame-key':
    'The mask has to be something that no script can foresee. Here it is the outcome of a hash; today it is random and travels in the clear, which protects just as well.',
  'frame-masking-key':
    'A random key in the clear protects as well as a derived one and needs no hash. hybi-07 moved it behind the length, where it still is.',
  'masked-frame':
    'With the header masked, a receiver needs the key before it even knows how long the frame is. hybi-07 left the header in clear.',
  'frame-unmasked':
    'XOR with the same bytes undoes itself. Behind it, the frame looks like one of hybi-01, with FIN instead of MORE.',
  message:
    'Frames are how it travels; a message is what an application sends and gets. Without an extension, a proxy may cut frames anew, so only the message means anything.',
  'message-payload':
    'A character may begin in one frame and end in the next, and so may a compressed block. What spans frames can only be judged in the whole.',
  'payload-inflated':
    'Messages of the web are mostly text and much alike. With a window that remembers earlier ones, a repetition costs a few bytes.',
  'inflate-ratio':
    'A small frame can grow a thousandfold. So a receiver needs a limit for what comes out, whatever the length in the header says.',
  unparsed: 'A decoder that drops what it does not understand may hide the very byte that one is looking for.',
} satisfies Record<FieldId, string>;
