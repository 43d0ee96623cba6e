import type { FormId, ProblemKind } from '../../../protocol/text/reading.ts';
import reasons from './input/reasons.ts';

/** One notation: its name, and what it looks like. */
interface FormWords {
  readonly name: string;
  readonly blurb: string;
}

/**
 * `title` for lists; `says` with the place (`line`, `column`, `character`) and the values of the problem. Where these tell
 * what was `expected`, `says_<expected>` says it more exactly (i18next: context).
 */
interface ProblemWords {
  readonly title: string;
  readonly says: string;
  readonly [exactly: `says_${string}`]: string;
}

const forms = {
  hex: {
    name: 'Hex digits',
    blurb: 'Two digits a byte, with or without something between: 81 05 48, 81:05:48, 810548.',
  },
  'hex-list': { name: 'List of hex numbers', blurb: 'One number a byte, as in source code: 0x81, 0x05, 0x48.' },
  decimal: { name: 'Decimal numbers', blurb: 'One number from 0 to 255 a byte: 129, 5, 72.' },
  bits: { name: 'Bits', blurb: 'Eight binary digits a byte: 10000001 00000101.' },
  'c-array': { name: 'C array', blurb: 'An array in C, as xxd -i writes it: unsigned char a[] = { 0x81, 0x05 };' },
  'c-arrays-wireshark': {
    name: 'C arrays from Wireshark',
    blurb: 'Follow Stream shown as C arrays: peer0_0 is the client, peer1_0 the server.',
  },
  escaped: { name: 'Escaped string', blurb: 'A string with the bytes written as escapes: "\\x81\\x05Hello".' },
  'python-bytes': { name: 'Python bytes', blurb: "What Python prints for bytes: b'\\x81\\x05Hello'." },
  'js-buffer': { name: 'Node.js Buffer', blurb: 'What Node.js prints for a Buffer: <Buffer 81 05 48>.' },
  json: { name: 'JSON', blurb: 'An array of numbers, or a Buffer as JSON: {"type":"Buffer","data":[129,5]}.' },
  base64: { name: 'Base64', blurb: 'Four characters for three bytes, with + and /: gQVIZWxsbw==.' },
  base64url: { name: 'Base64url', blurb: 'Base64 for addresses: with - and _ instead of + and /.' },
  xxd: { name: 'xxd dump', blurb: 'Offset, hex in groups of two bytes, text: 00000000: 8105 4865 ..He.' },
  'hexdump-C': { name: 'hexdump -C', blurb: 'Offset, bytes, text between bars: 00000000 81 05 48 |..H|.' },
  'hexdump-words': {
    name: 'hexdump without -C',
    blurb: 'Words of two bytes with the second byte first: 0581 stands for the bytes 81 05.',
  },
  od: { name: 'od -t x1', blurb: 'Offset in octal, then bytes: 0000020 81 05 48.' },
  tcpdump: { name: 'tcpdump -X', blurb: 'Whole packets from the IP header on: 0x0000: 4500 003c.' },
  tshark: { name: 'tshark -x', blurb: 'Whole packets from the link header on, each starting at offset 0000.' },
  'wireshark-dump': { name: 'Wireshark hex dump', blurb: 'Offset, bytes and perhaps text: 0000 81 05 48 ..H.' },
  'follow-hex': {
    name: 'Follow Stream, hex dump',
    blurb: 'Both directions with offsets of their own; lines of the server are indented.',
  },
  'follow-raw': {
    name: 'Follow Stream, raw',
    blurb: 'Both directions as plain hex; lines of the server are indented.',
  },
  'follow-yaml': {
    name: 'Follow Stream, YAML',
    blurb: 'Packets with their sender and base64 data: peer: 0, data: !!binary.',
  },
  'http-text': {
    name: 'HTTP text',
    blurb: 'A request or a response as text, perhaps with bytes after the blank line.',
  },
  raw: { name: 'Raw bytes', blurb: 'The file as it is, byte for byte.' },
} satisfies Record<FormId, FormWords>;

const problems = {
  empty: {
    title: 'Nothing to read',
    says: 'There are no bytes in this text.',
  },
  'invalid-character': {
    title: 'Does not belong here',
    says: 'Line {{line}}, column {{column}}: “{{character}}” does not belong here.',
    'says_hex-digit': 'Line {{line}}, column {{column}}: “{{character}}” is not a hex digit.',
    'says_digit-16': 'Line {{line}}, column {{column}}: “{{character}}” is not a hex digit.',
    says_digit: 'Line {{line}}, column {{column}}: “{{character}}” is not a digit.',
    'says_digit-8': 'Line {{line}}, column {{column}}: “{{character}}” is not an octal digit (0 to 7).',
    'says_digit-2': 'Line {{line}}, column {{column}}: “{{character}}” is neither 0 nor 1.',
    says_number: 'Line {{line}}, column {{column}}: a number was expected instead of “{{character}}”.',
    says_word: 'Line {{line}}, column {{column}}: “{{word}}” is not part of the bytes and was left out.',
    says_offset: 'Line {{line}}, column {{column}}: this line does not begin with an offset and was left out.',
    says_base64: 'Line {{line}}, column {{column}}: “{{character}}” is not a character of base64.',
    says_base64url: 'Line {{line}}, column {{column}}: “{{character}}” is not a character of base64url.',
    says_ascii:
      'Line {{line}}, column {{column}}: “{{character}}” is beyond ASCII and should have been written as bytes or escapes.',
    says_byte: 'Line {{line}}, column {{column}}: a byte was lost here: some program put U+FFFD in its place.',
    says_character: 'Line {{line}}, column {{column}}: this is half a character, which stands for no byte.',
    says_end: 'Line {{line}}, column {{column}}: the bytes end before this; the rest was left out.',
  },
  'odd-digits': {
    title: 'Half a byte',
    says: 'Line {{line}}, column {{column}}: the digit “{{character}}” is left over; a byte takes two.',
  },
  'value-out-of-range': {
    title: 'Too large',
    says: 'Line {{line}}, column {{column}}: “{{value}}” is too large; the most that fits here is {{expected}}.',
  },
  'offset-mismatch': {
    title: 'Offset does not fit',
    says: 'Line {{line}}, column {{column}}: this says {{found}}, but counting the bytes gives {{expected}} (in decimal). A line may be missing or stand here twice.',
  },
  'gutter-mismatch': {
    title: 'Text does not fit',
    says: 'Line {{line}}, column {{column}}: the text beside the bytes says something else than the bytes.',
  },
  'bad-padding': {
    title: 'Base64 ends wrongly',
    says: 'Line {{line}}, column {{column}}: base64 cannot end like this; characters or = signs are missing or too many.',
    'says_zero-bits':
      'Line {{line}}, column {{column}}: the last character of this base64 carries bits that belong to no byte.',
    says_end: 'Line {{line}}, column {{column}}: after = the base64 is over, but something follows.',
  },
  unterminated: {
    title: 'End missing',
    says: 'Line {{line}}, column {{column}}: this begins here, but its end is missing.',
    'says_blank-line': 'Line {{line}}, column {{column}}: the head has no blank line at its end.',
    says_offset:
      'Line {{line}}, column {{column}}: * stands for repeated lines, but no offset follows that says how many.',
  },
  'bad-escape': {
    title: 'Unknown escape',
    says: 'Line {{line}}, column {{column}}: “{{escape}}” stands for no byte.',
  },
  'bad-packet': {
    title: 'Packet not readable',
    says: 'Line {{line}}, column {{column}}: packet {{packet}} could not be read as TCP over IP.',
  },
  'segment-missing': {
    title: 'Segment missing',
    says: 'Line {{line}}, column {{column}}: bytes of the stream before packet {{packet}} are not in the capture: {{missing}}.',
  },
  unrecognised: {
    title: 'Not recognised',
    says: 'No notation fits this text. Choose one, or paste hex, base64, a dump or HTTP.',
    'says_follow-ascii':
      'This is a followed stream shown as ASCII, which has already lost bytes. Show it as hex dump, raw or YAML and copy that.',
    says_pcap:
      'This is a capture file. Follow the TCP stream in Wireshark and save it as YAML or hex dump, or use tshark -x.',
    says_pcapng:
      'This is a capture file. Follow the TCP stream in Wireshark and save it as YAML or hex dump, or use tshark -x.',
    says_har: 'This is a HAR file. It holds messages, not frames: masks, fragments and control frames are not in it.',
  },
} satisfies Record<ProblemKind, ProblemWords>;

export default { forms, problems, reasons };
