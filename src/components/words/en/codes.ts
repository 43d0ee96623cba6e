import type { Certainty, Phase } from '../../../protocol/connection/model.ts';
import type { CloseCodeClass } from '../../../protocol/model/close-codes.ts';
import type { DialectId } from '../../../protocol/model/drafts.ts';
import type { Peer, Reaction, Severity } from '../../../protocol/model/rules.ts';
import answerMistakes from './codes/answer-mistakes.ts';
import headers from './codes/headers.ts';
import mistakes from './codes/mistakes.ts';

/** A name for lists and labels, and one to three sentences for whoever wants to know. */
export interface Described {
  readonly name: string;
  readonly blurb: string;
}

const closeCodes = {
  '1000': {
    name: 'Normal closure',
    blurb:
      'The purpose is fulfilled. Note that close() without arguments does not send this: it sends an empty Close, reported as 1005.',
  },
  '1001': { name: 'Going away', blurb: 'The server is shutting down, or the user is leaving the page.' },
  '1002': { name: 'Protocol error', blurb: 'The other side broke a rule of the protocol.' },
  '1003': {
    name: 'Unsupported data',
    blurb: 'A kind of data came that this endpoint cannot take, such as binary where only text is understood.',
  },
  '1004': {
    name: 'Reserved',
    blurb: 'Has no meaning and must not be sent. Drafts before hybi-13 used it for “too large”, which is 1009 today.',
  },
  '1005': {
    name: 'No status received',
    blurb: 'Never on the wire. An endpoint reports it to its own application when the Close it received held no code.',
  },
  '1006': {
    name: 'Abnormal closure',
    blurb:
      'Never on the wire. An endpoint reports it to its own application when the connection ended without a Close. The other end may report something else.',
  },
  '1007': {
    name: 'Invalid payload data',
    blurb: 'The content does not match its type, above all text that is not valid UTF-8.',
  },
  '1008': {
    name: 'Policy violation',
    blurb: 'A refusal where no other code fits, or where the true reason shall not be told.',
  },
  '1009': { name: 'Message too big', blurb: 'The message is longer than this endpoint is willing to take.' },
  '1010': {
    name: 'Mandatory extension',
    blurb:
      'Only clients send it: the server did not agree to an extension the client needs. A server would have refused the handshake instead.',
  },
  '1011': { name: 'Internal error', blurb: 'Something unexpected kept this endpoint from going on.' },
  '1012': { name: 'Service restart', blurb: 'The server restarts. Clients may come back after a random delay.' },
  '1013': { name: 'Try again later', blurb: 'The server is overloaded for now.' },
  '1014': {
    name: 'Bad gateway',
    blurb: 'A gateway got an invalid answer from the server behind it, much like HTTP 502.',
  },
  '1015': {
    name: 'TLS handshake',
    blurb:
      'Never on the wire: TLS failed, so there was no connection to send a frame on. An endpoint reports it to its own application.',
  },
} satisfies Record<string, Described>;

const closeClasses = {
  defined: { name: 'defined', blurb: 'Defined by RFC 6455 or registered with IANA, and allowed in a Close frame.' },
  registered: {
    name: 'registered (3000–3999)',
    blurb: 'For libraries and frameworks, registered with IANA. A web page may pass these to close().',
  },
  private: {
    name: 'private (4000–4999)',
    blurb: 'For any application; the two ends agree on the meaning. A web page may pass these to close().',
  },
  'never-sent': {
    name: 'never sent',
    blurb:
      '1004, 1005, 1006 and 1015 must not stand in a Close frame. 1005, 1006 and 1015 only exist inside an endpoint, as a report of how it ended.',
  },
  unused: { name: 'unused (0–999)', blurb: 'Not used by the protocol, and not allowed in a Close frame.' },
  reserved: {
    name: 'reserved (1016–2999)',
    blurb:
      'Kept for later versions of the protocol and its extensions; nothing is defined here yet. In a draft, also what only a younger text defines.',
  },
  undefined: { name: 'undefined (5000 and above)', blurb: 'RFC 6455 says nothing about these. Receivers differ.' },
} satisfies Record<CloseCodeClass, Described>;

const dialects = {
  'hixie-75': {
    name: 'hixie-75',
    blurb:
      'February 2010, Chrome 4. No key: the server only repeats origin and address, which proves nothing. Text stands between 00 and FF. The Flash fallback of those days spoke this too.',
  },
  'hixie-76': {
    name: 'hixie-76 = hybi-00',
    blurb:
      'May 2010, Chrome 6. Two keys full of spaces and eight raw bytes, answered with MD5, prove that the server read the handshake. Frames as in hixie-75, and FF 00 to close.',
  },
  'hybi-01': {
    name: 'hybi-01',
    blurb:
      'August 2010. The handshake of hixie-76, and for the first time binary frames: an opcode, a length in front, fragments. A MORE bit says the opposite of today’s FIN; there is no mask.',
  },
  'hybi-03': {
    name: 'hybi-02 and -03',
    blurb: 'Autumn 2010. As hybi-01, but the request says Sec-WebSocket-Draft: 2, in hybi-03 as well.',
  },
  'version-4': {
    name: 'Version 4 (hybi-04)',
    blurb:
      'January 2011. Today’s handshake with its SHA-1 appears, and a nonce of the server beside it. A client masks the whole frame, header included, with 20 bytes that both ends derive and nobody sends. MORE becomes FIN.',
  },
  'version-5': {
    name: 'Version 5 (hybi-05)',
    blurb:
      'February 2011. The nonce of the server is gone: four key bytes stand in front of the frame, and header and payload are masked with them.',
  },
  'version-6': {
    name: 'Version 6 (hybi-06)',
    blurb:
      'February 2011. Frames as in hybi-05, but a Close begins with a code. Connection may be a list that contains Upgrade; before, it had to be that word alone.',
  },
  'version-7': {
    name: 'Version 7 (hybi-07)',
    blurb:
      'April 2011, Firefox 6. The first draft with today’s frames: opcodes 0, 1, 2, 8, 9, A, a MASK bit, and only the payload masked.',
  },
  'version-8': {
    name: 'Version 8 (hybi-08 to -12)',
    blurb:
      'Summer 2011, Chrome 14 and Firefox 7. The number of a draft is not the version: what people call hybi-10 sends 8. A longer length form than needed is not yet a fault.',
  },
  rfc6455: {
    name: 'RFC 6455 (version 13)',
    blurb: 'December 2011 and ever since. The drafts from hybi-13 on already said 13; 9 to 12 were never sent.',
  },
} satisfies Record<DialectId, Described>;

const certainty = {
  certain: { name: 'certain', blurb: 'The bytes leave no other reading.' },
  likely: { name: 'likely', blurb: 'Everything fits, but another reading is possible.' },
  guess: { name: 'a guess', blurb: 'The bytes do not say. Change it if you know better.' },
  assumed: { name: 'your choice', blurb: 'You set this by hand.' },
} satisfies Record<Certainty, Described>;

const phases = {
  connecting: { name: 'connecting', blurb: 'The handshake is not complete.' },
  open: { name: 'open', blurb: 'Both sides may send.' },
  closing: { name: 'closing', blurb: 'One side has sent Close; the answer is still missing.' },
  closed: { name: 'closed', blurb: 'Both sides have sent Close.' },
  failed: { name: 'failed', blurb: 'The handshake was refused, or a side broke a rule that ends the connection.' },
} satisfies Record<Phase, Described>;

const severity = {
  error: { name: 'Error', blurb: 'Breaks something the specification demands.' },
  warning: { name: 'Warning', blurb: 'A receiver lets it pass, but something is off.' },
  note: { name: 'Note', blurb: 'Nothing is wrong; worth knowing.' },
} satisfies Record<Severity, Described>;

const reactions = {
  close: { name: 'close {{code}}', blurb: 'A strict receiver fails the connection with close code {{code}}.' },
  refuse: { name: 'answer {{status}}', blurb: 'A strict server answers with HTTP status {{status}} instead of 101.' },
  abort: {
    name: 'drop',
    blurb: 'A strict client drops the connection; there is no Close before the handshake is done.',
  },
  'carry-on': { name: 'carry on', blurb: 'Even a strict receiver carries on.' },
} satisfies Record<Reaction['kind'], Described>;

const peers = {
  chromium: 'Chromium',
  ws: 'ws (Node.js)',
  'websocket-driver': 'websocket-driver (Node.js)',
  'python-websockets': 'websockets (Python)',
  wsproto: 'wsproto (Python)',
  wireshark: 'Wireshark',
} satisfies Record<Peer, string>;

export default {
  closeCodes,
  closeClasses,
  dialects,
  headers,
  mistakes,
  answerMistakes,
  certainty,
  phases,
  severity,
  reactions,
  peers,
};
