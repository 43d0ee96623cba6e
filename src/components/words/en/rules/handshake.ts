import type { RuleWords } from './words.ts';

/** Rules about the request and the response of every generation. */
export default {
  // HTTP heads
  'head-incomplete': {
    title: 'Handshake not finished',
    says: 'The bytes end before the handshake does.',
    'says_too-long': 'There is no blank line within the first MiB, so nobody waits for the end of this head.',
    why: 'The rest may come in a later segment; until then nobody can judge the whole.',
  },
  'bare-lf': {
    title: 'Line ends without CR',
    says: 'Lines that end with LF alone instead of CR LF: {{count}}.',
    why: 'HTTP lines end with CR LF. Many readers forgive a bare LF, some do not; and where two readers differ, a request can be smuggled past one of them.',
  },
  'blank-line-before-head': {
    title: 'Blank line before the head',
    says: 'An empty line stands before the first line.',
    why: 'Nothing belongs there. Some clients used to send one after an earlier request, so servers may skip it.',
  },
  'header-malformed': {
    title: 'Not a header line',
    says: 'This line is not “name: value”.',
    'says_colon-missing': 'This line has no colon.',
    'says_name-empty': 'There is no name before the colon.',
    'says_name-invalid': 'The name “{{name}}” contains a character that no header name may have.',
    'says_space-before-colon': 'A space stands between the name “{{name}}” and its colon.',
    'says_control-character': 'The value of “{{name}}” contains a control character.',
    why: 'A header is a name, a colon with no space before it, and a value. Guessing what was meant makes two readers see two requests.',
  },
  'header-folded': {
    title: 'Header over two lines',
    says: 'This line begins with a space or a tab and so continues the header before it.',
    why: 'HTTP used to allow that and no longer does; some readers join the lines, others refuse.',
  },
  'request-line-malformed': {
    title: 'Not a request line',
    says: 'The first line is not method, target and HTTP version with one space between them.',
    'says_method-malformed': 'The method contains a character that no method may have.',
    'says_target-missing': 'There is no target between the method and the HTTP version.',
    'says_version-missing': 'There is no HTTP version at the end of the line.',
    'says_version-malformed': 'The HTTP version is not written like HTTP/1.1.',
    says_spaces: 'The three parts must have exactly one space between them and none inside.',
    why: 'Everything else is read only if this line makes sense.',
  },
  'status-line-malformed': {
    title: 'Not a status line',
    says: 'The first line is not an HTTP version, three digits and a phrase.',
    'says_version-malformed': 'The HTTP version is not written like HTTP/1.1.',
    'says_status-malformed': 'The status is not a number of three digits.',
    says_spaces: 'Exactly one space must stand before the status.',
    why: 'Without a status code the client cannot know whether the server agreed.',
  },
  method: {
    title: 'Method is not GET',
    says: 'The method is “{{method}}”; the handshake must be GET.',
    why: 'All HTTP/1.1 handshakes are GET. Only HTTP/2 and HTTP/3 use another method, CONNECT, and another handshake.',
  },
  'http-version': {
    title: 'HTTP version too old',
    says: '{{version}} is too old: the handshake needs HTTP/1.1 or higher.',
    why: 'HTTP/1.0 does not know Upgrade, the way to change the protocol of a connection.',
  },
  'target-invalid': {
    title: 'Request target not usable',
    says: 'The target must be a path that begins with /, or a full http or https address.',
    says_fragment: 'The target contains a #; that part of an address is never sent.',
    says_character: 'The target contains a character that must be written as % and two hex digits.',
    why: 'It tells the server which of its services is wanted.',
  },
  'host-missing': {
    title: 'Host missing',
    says: 'The request has no Host header.',
    why: 'One address may serve many names; Host says which one is meant.',
  },
  'host-duplicate': {
    title: 'Host twice',
    says: 'Host stands here a second time, with “{{host}}”.',
    why: 'If a proxy goes by the first and the server by the second, a request can be smuggled past the proxy. HTTP servers answer 400, even if both say the same.',
  },
  'upgrade-missing': {
    title: 'Upgrade missing',
    says: 'There is no Upgrade header.',
    why: 'Upgrade: websocket names the protocol to change to. Without it this is ordinary HTTP.',
  },
  'upgrade-invalid': {
    title: 'Upgrade does not say websocket',
    says: 'Upgrade is “{{found}}”; expected: {{expected}}.',
    why: 'It names the protocol to change to. RFC 6455 takes any case; before hybi-04 it had to be written WebSocket.',
  },
  'connection-missing': {
    title: 'Connection missing',
    says: 'There is no Connection header.',
    why: 'Connection: Upgrade says that Upgrade is meant for the very next machine on the way, so that a proxy cannot pass it on unread.',
  },
  'connection-invalid': {
    title: 'Connection does not say Upgrade',
    says: 'Connection is “{{found}}”; expected: {{expected}}.',
    why: 'The value is a list, and one of its entries must be Upgrade, in any case: Firefox sends “keep-alive, Upgrade”. A word that merely contains “upgrade” does not count. The hixie drafts want Upgrade alone.',
  },
  'origin-missing': {
    title: 'Origin missing',
    says: 'The request has no Origin header.',
    why: 'Origin is the site whose page opens the connection. The hixie drafts demand it from every client, RFC 6455 only from browsers.',
  },
  status: {
    title: 'Status is not 101',
    says: 'The server answers {{status}}: it did not switch protocols.',
    why: 'Only 101 makes the connection a WebSocket. Any other answer is ordinary HTTP and may be quite right: a login, a redirect, a refusal.',
  },
  'fossil-header': {
    title: 'Left over from an older draft',
    says: '“{{name}}” belongs to {{draft}} and means nothing in this handshake.',
    why: 'Old tutorials still teach the names of the 2010 drafts. Today’s clients ignore them.',
  },

  // The SHA-1 handshake
  'key-missing': {
    title: 'Sec-WebSocket-Key missing',
    says: 'The request has no Sec-WebSocket-Key.',
    why: 'The server computes its answer from the key; without one it cannot prove anything.',
  },
  'key-duplicate': {
    title: 'Sec-WebSocket-Key twice',
    says: 'The request has a second Sec-WebSocket-Key, “{{key}}”.',
    why: 'The two ends might pick different ones and disagree about the answer.',
  },
  'key-invalid': {
    title: 'Sec-WebSocket-Key malformed',
    says: '“{{key}}” is not the base64 of 16 bytes.',
    says_empty: 'The key is empty.',
    'says_not-base64': '“{{key}}” contains a character that base64 does not have.',
    'says_bad-padding': '“{{key}}” does not end as base64 must.',
    'says_wrong-length': '“{{key}}” is base64, but not of 16 bytes.',
    why: 'A key is 24 characters ending in ==. Its 16 random bytes make sure that no old answer fits.',
  },
  'key-pad-bits': {
    title: 'Spare bits in the key',
    says: 'The last letter of the key, {{character}}, carries bits that belong to no byte.',
    why: '16 bytes leave four spare bits in the last letter, which should be 0: A, Q, g or w. Strict decoders refuse others. The sample key in section 4.1 of RFC 6455 has this very slip.',
  },
  'version-missing': {
    title: 'Version missing',
    says: 'The request has no Sec-WebSocket-Version.',
    why: 'Between the drafts the frames changed. The number tells both ends that they mean the same ones.',
  },
  'version-duplicate': {
    title: 'Version given twice',
    says: 'The request has a second Sec-WebSocket-Version, “{{version}}”.',
    why: 'A client asks for exactly one version. Only the server may list several, in a refusal.',
  },
  'version-unsupported': {
    title: 'Version not supported',
    says: 'The request asks for version “{{version}}”, not for the one expected here.',
    why: 'Today that is exactly 13, not “13 or higher”. A server refuses others and lists what it speaks, so that the client can try again.',
  },
  'nonce-missing': {
    title: 'Sec-WebSocket-Nonce missing',
    says: 'A response of version 4 has a Sec-WebSocket-Nonce; here there is none.',
    why: 'In hybi-04 the masks of the client’s frames are derived from the client’s key and this nonce. Without it none of its frames can be read.',
  },
  'nonce-invalid': {
    title: 'Sec-WebSocket-Nonce malformed',
    says: '“{{found}}” is not the base64 of 16 bytes.',
    why: 'The nonce is hashed as text, so the keys can be derived from anything. That it stands for 16 bytes is what the implementations of 2011 agree on.',
  },
  'subprotocol-malformed': {
    title: 'Subprotocol list malformed',
    says: '“{{name}}” is not a subprotocol name, or not the first of its kind.',
    'says_not-a-token': '“{{name}}” contains a character that no subprotocol name may have.',
    says_duplicate: '“{{name}}” is listed twice.',
    says_empty: 'The list of subprotocols is empty.',
    why: 'The client offers names separated by commas, each of them once, without spaces inside.',
  },
  'extensions-malformed': {
    title: 'Extension list malformed',
    says: 'From this place on, Sec-WebSocket-Extensions cannot be read.',
    why: 'It has the form name; parameter=value, with commas between extensions. Both ends must read it alike, since it decides what the frames mean.',
  },
  'accept-missing': {
    title: 'Sec-WebSocket-Accept missing',
    says: 'The response has no Sec-WebSocket-Accept.',
    why: 'It is the only proof that the server understood this handshake, rather than being something else that answers 101.',
  },
  'accept-duplicate': {
    title: 'Sec-WebSocket-Accept twice',
    says: 'The response has a second Sec-WebSocket-Accept, “{{accept}}”.',
    why: 'One key has one answer. A second one comes from somebody else on the way, or from a mistake.',
  },
  'accept-mismatch': {
    title: 'Wrong Sec-WebSocket-Accept',
    says: '“{{found}}” does not belong to the key of the request.',
    'says_not-base64': '“{{found}}” cannot be the answer to any key: it is not the base64 of 20 bytes.',
    'says_bad-padding': '“{{found}}” cannot be the answer to any key: it is not the base64 of 20 bytes.',
    'says_wrong-length': '“{{found}}” cannot be the answer to any key: it is not the base64 of 20 bytes.',
    why: 'The server takes the key text followed by 258EAFA5-E914-47DA-95CA-C5AB0DC85B11, hashes it with SHA-1 and writes the 20 bytes as base64. The client does the same and compares.',
  },
  'subprotocol-not-offered': {
    title: 'Subprotocol not offered',
    says: 'The server chose “{{found}}”; the client offered “{{offered}}”.',
    why: 'The server picks one name from the client’s list, or sends no such header. The client might not understand anything else.',
  },
  'subprotocol-duplicate': {
    title: 'Subprotocol given twice',
    says: 'The response names a second subprotocol, “{{name}}”.',
    why: 'The client offers a list, the server answers with a single name.',
  },
  'extension-not-offered': {
    title: 'Extension not offered',
    says: 'The server uses “{{extension}}”, which the client did not offer.',
    why: 'An extension changes what the frames mean. The server may only choose from what the client offered.',
  },
  'pmd-invalid-parameter': {
    title: 'Unknown compression parameter',
    says: 'permessage-deflate has no parameter “{{parameter}}”.',
    why: 'It knows server_no_context_takeover, client_no_context_takeover, server_max_window_bits and client_max_window_bits. With any other, the ends could disagree about how to inflate.',
  },
  'pmd-invalid-value': {
    title: 'Bad compression value',
    says: 'The value of {{parameter}} is missing or not allowed.',
    why: 'Window bits say how far back the compressor may look (2⁸ to 2¹⁵ bytes): 8 to 15, in plain decimal. The two no_context_takeover parameters have no value at all.',
  },
  'pmd-duplicate-parameter': {
    title: 'Compression parameter twice',
    says: '{{parameter}} is given more than once.',
    why: 'Two values for one parameter leave open which one counts.',
  },
  'pmd-client-max-window-bits-not-offered': {
    title: 'Client window not offered',
    says: 'The server limits the client’s window to {{value}} bits, but the client did not offer client_max_window_bits.',
    why: 'Offering it says “I am able to compress with a smaller window”. A client that did not offer it may not be able to.',
  },
  'pmd-server-no-context-takeover-missing': {
    title: 'Server keeps looking back',
    says: 'The client asked for server_no_context_takeover; the server accepts compression without saying so.',
    why: 'The client asked the server to compress each message without looking back at earlier ones, perhaps because it cannot keep them. A server that does not agree must decline the offer.',
  },
  'pmd-server-max-window-bits-missing': {
    title: 'Server window not limited',
    says: 'The client asked for a server window of {{offered}} bits at most; the server accepts compression without keeping to it.',
    why: 'The client asked for a smaller window, perhaps because it has no memory for a larger one. The server must answer with the same value or a smaller one, or decline the offer.',
  },
  'pmd-server-max-window-bits-too-big': {
    title: 'Server window too large',
    says: 'The client asked for a server window of {{offered}} bits at most; the server answers {{value}}.',
    why: 'The client may have no memory for a larger window. The server must answer with the same value or a smaller one, or decline the offer.',
  },
  'pmd-offer-declined': {
    title: 'Offer cannot be accepted',
    says: 'This offer of permessage-deflate is malformed at {{parameter}}, so a server declines it.',
    why: 'Nothing breaks: the connection goes on without compression, or with another of the offers.',
  },
  'extension-duplicate': {
    title: 'Extension twice',
    says: 'The response uses {{extension}} more than once.',
    why: 'Each extension changes the frames. Twice the same would claim the same bit twice.',
  },

  // The two hixie handshakes
  'hixie-key-missing': {
    title: 'Part of the challenge missing',
    says: 'The request has no {{key}}; Sec-WebSocket-Key1 and -Key2 are both needed.',
    why: 'The answer is the MD5 of three parts: Key1, Key2, and the eight bytes after the head.',
  },
  'hixie-key-duplicate': {
    title: 'Key1 or Key2 twice',
    says: 'The request has {{key}} more than once.',
    why: 'The two ends might pick different ones and disagree about the answer.',
  },
  'hixie-key-no-digits': {
    title: 'Key without digits',
    says: 'There is no digit in {{key}}.',
    why: 'The digits of the key make the number that is divided. The server gives up.',
  },
  'hixie-key-no-spaces': {
    title: 'Key without spaces',
    says: 'There is no space in {{key}}.',
    why: 'The number is divided by the count of spaces, and nothing can be divided by zero. The server gives up.',
  },
  'hixie-key-not-divisible': {
    title: 'Division leaves a remainder',
    says: '{{key}}: {{digits}} divided by {{spaces}} leaves {{remainder}}.',
    why: 'The client builds the key as a multiple, so the division comes out even or the key is wrong; nothing is rounded. Where spaces were collapsed on the way (HTML and chat programs do that), this is what happens.',
  },
  'hixie-key-number-too-big': {
    title: 'Number too big',
    says: '{{key}}: {{digits}} is more than 4294967295.',
    why: 'The client never builds one: the number has to fit 32 bits.',
  },
  'hixie-key-spaces-collapsed': {
    title: 'Spaces probably lost',
    says: 'With more spaces than there are here, everything would fit: runs of spaces were probably joined on the way.',
    why: 'HTML, chats and forums turn several spaces into one. If the division still comes out even, the answer is wrong and nothing else shows it.',
  },
  'challenge-response-mismatch': {
    title: 'Wrong challenge response',
    says: 'Expected {{expected}}, found {{found}}.',
    why: 'They show that the server read both keys and the eight bytes. They are sent raw, right after the headers, not in hex and not in base64.',
  },
  'hixie-response-order': {
    title: 'First lines not as prescribed',
    says: 'Line {{line}} is “{{found}}”; it must be “{{expected}}”.',
    why: 'A hixie-75 client compares status line, Upgrade and Connection byte for byte: order, case and spaces count.',
  },
  'hixie-origin-mismatch': {
    title: 'Origin not the same',
    says: 'The response names the origin “{{found}}”; the request came from “{{expected}}”.',
    why: 'By repeating it, the server says that it knows which site is asking and agrees.',
  },
  'hixie-location-mismatch': {
    title: 'Address not the same',
    says: 'The response names “{{found}}”; the client asked for “{{expected}}”.',
    why: 'The server repeats the full ws:// or wss:// address, so that the client knows it reached what it asked for.',
  },
  'hixie-origin-missing': {
    title: 'Origin not repeated',
    says: 'The response has no {{expected}}.',
    why: 'By repeating the origin of the request, the server says that it knows which site is asking and agrees.',
  },
  'hixie-location-missing': {
    title: 'Address not repeated',
    says: 'The response has no {{expected}}.',
    why: 'The server repeats the full ws:// or wss:// address, so that the client knows it reached what it asked for.',
  },
  'hixie-subprotocol-mismatch': {
    title: 'Subprotocol not the same',
    says: 'The response names the subprotocol “{{found}}”; the client asked for “{{expected}}”.',
    why: 'In the hixie drafts the client asks for one subprotocol, and the server repeats exactly that one.',
  },
  'hixie-field-duplicate': {
    title: 'Header given twice',
    says: 'The response has {{name}} more than once.',
    why: 'A hixie client cannot know which one counts, and gives up.',
  },
} satisfies Record<string, RuleWords>;
