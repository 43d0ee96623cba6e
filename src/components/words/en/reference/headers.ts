/** Why a header is there. What it is for and what happens without it stands in `codes:headers`. */
export default {
  host: 'One address serves many sites. A server can also see whether it was called by a name of its own.',
  upgrade:
    'HTTP/1.1 had a way to change the protocol of a connection before there was a WebSocket. Using it, a server decides on one port which protocol to speak.',
  connection:
    'A proxy removes what Connection names before it passes a request on. One that knows nothing of WebSocket thus removes Upgrade, and the handshake fails cleanly instead of halfway.',
  origin:
    'Cookies come along with every request, so a login does not show that the right page asked. A script cannot change Origin; a program that is no browser can write what it likes.',
  cookie: 'A page cannot set headers for a WebSocket, so a cookie is the usual way to bring a session along.',
  'set-cookie': 'The answer to a handshake is an HTTP response, so a session may begin with it.',
  authorization:
    'The login of HTTP works for handshakes, too. As pages cannot set it, their tokens travel in cookies, in the query or in the first message.',
  'www-authenticate': 'RFC 6455 has no login of its own: it leaves that to HTTP.',
  location:
    'RFC 6455 lets a client follow and does not ask it to. In a browser, following could lead a page’s connection to a server it did not name.',
  'content-length':
    'A refusal is ordinary HTTP, and a connection that is to be used again needs to know where it ends.',
  'content-type':
    'Refusals are often made by a proxy that knows nothing of WebSocket. A page of HTML in the answer helps to find out which.',
  'transfer-encoding':
    'Where the length is not known in advance, the body comes in chunks. A 101 must not have this header: behind it there are frames.',
  'user-agent': 'For logs and statistics. In a capture it tells a browser from a library.',
  server: 'For logs and statistics. In a capture it tells who really answered: the server, or a proxy in front.',
  date: 'HTTP servers put it on nearly every response, for the sake of caches.',
  pragma: 'A stored answer would be useless: its accept belongs to another key.',
  'cache-control': 'A stored answer would be useless: its accept belongs to another key.',
  'accept-encoding':
    'Browsers put it into every request. The one place where it matters here is the body of a refusal.',
  'accept-language': 'Browsers put it into every request.',
  'sec-websocket-key':
    'Scripts cannot set it, and nobody can foresee it: so the request comes from a WebSocket client, and the answer from no cache.',
  'sec-websocket-accept':
    'There are servers that say yes to anything, and such that repeat what they are sent. None of them computes this hash by accident.',
  'sec-websocket-version':
    'While the drafts were written, the frames changed every few months, and both ends had to mean the same ones. Since 13 nothing has changed, so the number stays.',
  'sec-websocket-extensions':
    'An extension changes what the frames mean, so it takes both ends: one offers, the other chooses, and what was not agreed on is a fault. Browsers offer permessage-deflate by themselves.',
  'sec-websocket-protocol':
    'WebSocket carries messages and says nothing of what they mean. With a name agreed on, a server can speak several languages, or several versions of one. A page writes new WebSocket(url, names) and reads ws.protocol.',
  'sec-websocket-origin':
    'In hixie-76 the client learns whom the server thinks it is talking to. hybi-04 gave the name to the request’s Origin; hybi-11 took it back.',
  'sec-websocket-location':
    'The client compares it with the address it asked for, so a server that was called by another name gives itself away. hybi-04 dropped it.',
  'sec-websocket-key1':
    'A server that merely repeats what it gets cannot answer: the number has to be found among the noise and divided. RFC 6455 asks for a hash of the text instead.',
  'sec-websocket-key2':
    'A second number, made in the same way: the answer needs both of them, and the eight bytes after the head.',
  'sec-websocket-draft':
    'The frames of hybi-01 and of hixie-76 differ while their requests look alike, so a server could only guess. From hybi-02 on, the request says it.',
  'sec-websocket-nonce':
    'The mask of each frame then came from the key, from this and from the frame, so that neither side could choose it alone. From hybi-05 on a key simply stands in the frame.',
  'websocket-origin':
    'The client compares it with the origin it sent. It can be written without reading anything else, so it proves little.',
  'websocket-location':
    'The client compares it with the address it asked for. It can be put together from the request, so it proves little.',
  'websocket-protocol': 'The first way to agree on what the messages mean: one name, taken or not.',
} satisfies Record<string, string>;
