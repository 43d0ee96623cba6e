import type { MistakeId } from '../../../../protocol/handshake/accept-mistakes.ts';

/** How a wrong Sec-WebSocket-Accept came about: `did` says what the server did, `mend` what to do instead. */
interface MistakeWords {
  readonly did: string;
  readonly mend: string;
}

export default {
  'key-decoded': {
    did: 'The key was decoded from base64 before hashing.',
    mend: 'Hash the key as the text it is; nobody needs its bytes.',
  },
  'hex-digest': {
    did: 'The hex digits of the hash were put into base64.',
    mend: 'Put the 20 raw bytes of the hash into base64: digest(), not hexdigest().',
  },
  'upper-case-hex-digest': {
    did: 'The hex digits of the hash, in capitals, were put into base64.',
    mend: 'Put the 20 raw bytes of the hash into base64, not their hex digits.',
  },
  'hex-not-base64': {
    did: 'The hash was sent as hex digits.',
    mend: 'Put the 20 raw bytes of the hash into base64.',
  },
  'lower-case-guid': {
    did: 'The fixed text was written in small letters.',
    mend: 'Write 258EAFA5-E914-47DA-95CA-C5AB0DC85B11 in capitals: it is hashed as text, so every letter counts.',
  },
  'no-guid': {
    did: 'The key was hashed alone.',
    mend: 'Append 258EAFA5-E914-47DA-95CA-C5AB0DC85B11 to the key before hashing.',
  },
  'guid-first': {
    did: 'The fixed text was put before the key.',
    mend: 'The key comes first, the fixed text after it.',
  },
  'guid-only': {
    did: 'The fixed text was hashed without the key.',
    mend: 'The key of this request goes before it; check that it was found among the headers.',
  },
  'guid-without-dashes': {
    did: 'The fixed text was used without its dashes.',
    mend: 'The dashes belong to it: 258EAFA5-E914-47DA-95CA-C5AB0DC85B11.',
  },
  'guid-typo': {
    did: 'The fixed text was mistyped: it ended in 5AB5DC11B735, as on some pages.',
    mend: 'Copy it from RFC 6455: 258EAFA5-E914-47DA-95CA-C5AB0DC85B11.',
  },
  'crlf-kept': {
    did: 'The line end (CR LF) was left on the key.',
    mend: 'Cut the line end and the spaces off the header value before using it.',
  },
  'cr-kept': {
    did: 'The CR of the line end was left on the key.',
    mend: 'Lines end with CR LF: splitting at LF leaves a CR, which has to be cut off.',
  },
  'lf-kept': {
    did: 'A line feed was left on the key.',
    mend: 'Cut the line end and the spaces off the header value before using it.',
  },
  'leading-space-kept': {
    did: 'The space after the colon was left on the key.',
    mend: 'Cut the spaces off the header value: splitting at “:” leaves one in front.',
  },
  'space-between': {
    did: 'A space was put between the key and the fixed text.',
    mend: 'Join the two with nothing in between.',
  },
  'trailing-newline': {
    did: 'A line feed came after the fixed text.',
    mend: 'Hash exactly 60 characters. On a command line, echo adds the line feed; printf does not.',
  },
  'quoted-key': { did: 'The key was hashed with quotes around it.', mend: 'The quotes are not part of the key.' },
  'key-padding-stripped': {
    did: 'The == at the end of the key was dropped.',
    mend: 'Hash all 24 characters of the key; splitting the header at = loses them.',
  },
  'key-lower-case': {
    did: 'The key was turned into small letters.',
    mend: 'Only header names may be; values keep their case.',
  },
  'utf-16': {
    did: 'The text was hashed with two bytes a character (UTF-16).',
    mend: 'Turn the text into ASCII or UTF-8 bytes, one a character, before hashing.',
  },
  'trailing-nul': {
    did: 'A zero byte was hashed after the fixed text.',
    mend: 'In C, sizeof counts the zero byte that ends a string; hash strlen bytes, 60 in all.',
  },
  'sha1-twice': {
    did: 'SHA-1 was applied twice.',
    mend: 'Hash once; the 20 bytes go straight into base64.',
  },
  sha256: { did: 'SHA-256 was used.', mend: 'Use SHA-1: the accept always has 28 characters, never 44.' },
  md5: { did: 'MD5 was used.', mend: 'Use SHA-1. MD5 belongs to the hixie-76 handshake.' },
  'md5-hex-digest': {
    did: 'MD5 was used, and its hex digits were put into base64.',
    mend: 'Use SHA-1, and put its 20 raw bytes into base64.',
  },
  'key-echoed': {
    did: 'The key was sent back as it came.',
    mend: 'Append the fixed text, hash with SHA-1, and send the base64 of that.',
  },
  'url-safe-alphabet': {
    did: 'The hash is right, but - and _ were used in its base64.',
    mend: 'Use the usual base64 alphabet with + and /.',
  },
  'url-safe-alphabet-unpadded': {
    did: 'The hash is right, but its base64 has - and _ and lacks the = at the end.',
    mend: 'Use the usual base64 alphabet with + and /, and keep the =.',
  },
  'missing-padding': {
    did: 'The hash is right, but the = at the end is missing.',
    mend: 'An accept always has 28 characters, the last of them =.',
  },
  'lower-case': {
    did: 'The right accept was turned into small letters.',
    mend: 'Base64 tells capitals from small letters; send the value as it is.',
  },
  'quoted-accept': { did: 'The right accept was put in quotes.', mend: 'Send the value without quotes.' },
  'wrong-key-sample-draft04': {
    did: 'This is the sample answer of draft 04, which was never right, not even for its own key.',
    mend: 'Compute the answer from the key of this request; do not test with that sample.',
  },
  'sample-accept': {
    did: 'This is the sample answer of RFC 6455, whatever the key.',
    mend: 'Compute the answer from the key of this request.',
  },
} satisfies Record<MistakeId, MistakeWords>;
