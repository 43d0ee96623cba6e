/** What a header is for and what happens without it, by its lower-case name. */
export default {
  host: 'The server’s name, and the port unless it is the usual one. One address may serve many names; without Host nobody knows which is meant, and the request is refused.',
  upgrade:
    'Names the protocol to change to: websocket, in any case today, exactly WebSocket in the hixie drafts. Without it the request is ordinary HTTP and gets an ordinary answer.',
  connection:
    'A list that must contain Upgrade, in any case: it says that Upgrade is for the very next machine, so no proxy passes it on unread. Firefox sends “keep-alive, Upgrade”.',
  origin:
    'The site whose page opens the connection; browsers always send it. Checking it is the server’s job: a server that does not can be used by any page, with the cookies of whoever visits that page.',
  cookie:
    'Cookies of the server’s site, as with any HTTP request. They come along whichever page opened the connection, hence the check of Origin.',
  'set-cookie': 'Stores a cookie, as in any HTTP response.',
  authorization: 'Login data, as in any HTTP request. A page cannot set it for a WebSocket; other clients can.',
  'www-authenticate': 'Comes with status 401 and says which login is wanted. There is no WebSocket yet.',
  location: 'Comes with a redirect and says where to go instead. A client may follow it or give up; browsers give up.',
  'content-length': 'How many bytes of body follow. A handshake has none; a refusal may.',
  'content-type': 'What kind of body follows. A handshake has none; a refusal may.',
  'transfer-encoding': 'How a body is packed for the way, for instance in chunks. A handshake has none; a refusal may.',
  'user-agent': 'Which program asks. The handshake does not need it.',
  server: 'Which program answers. The handshake does not need it.',
  date: 'When the answer was made. The handshake does not need it.',
  pragma: 'An older way to say no-cache. Browsers send it so that nobody on the way answers from a cache.',
  'cache-control': 'Usually no-cache: browsers send it so that nobody on the way answers from a cache.',
  'accept-encoding':
    'Which compressions the client reads in an HTTP body. It has nothing to do with permessage-deflate.',
  'accept-language': 'Which languages the user prefers. The handshake does not need it.',
  'sec-websocket-key':
    'Base64 of 16 random bytes, new for each connection. The server must compute its answer from it; without it the request is refused.',
  'sec-websocket-accept':
    'The server’s answer to the key: 28 characters of base64 that hold a SHA-1 hash. If it is missing or wrong, the client drops the connection.',
  'sec-websocket-version':
    'In a request the one version asked for: 13. In a refusal the versions the server speaks, so that the client can try again.',
  'sec-websocket-extensions':
    'In a request the extensions offered, in order of preference; in the answer those accepted. Without it the frames are plain.',
  'sec-websocket-protocol':
    'In a request the subprotocols offered, that is, what the messages will mean; in the answer the one chosen. Without it the two ends have agreed on nothing.',
  'sec-websocket-origin':
    'hixie-76: the answer repeats the origin of the request. hybi-04 to hybi-10: the request’s name for Origin. RFC 6455 does not know it.',
  'sec-websocket-location': 'hixie-76: the answer repeats the full ws:// or wss:// address. RFC 6455 does not know it.',
  'sec-websocket-key1':
    'hixie-76: the first of two numbers hidden among digits, spaces and noise. Without it there is nothing to answer.',
  'sec-websocket-key2':
    'hixie-76: the second of two numbers hidden among digits, spaces and noise. Without it there is nothing to answer.',
  'sec-websocket-draft': 'hybi-02 and hybi-03: announced which draft was meant, before there was a version number.',
  'sec-websocket-nonce':
    'hybi-04: random bytes of the server; together with the key they gave the masks of that draft. hybi-05 dropped it.',
  'websocket-origin': 'hixie-75: the answer repeats the origin of the request. RFC 6455 does not know it.',
  'websocket-location': 'hixie-75: the answer repeats the full ws:// address. RFC 6455 does not know it.',
  'websocket-protocol':
    'hixie-75: the one subprotocol asked for, repeated by the answer. Today it is Sec-WebSocket-Protocol.',
} satisfies Record<string, string>;
