/** The readable table of `npm run decode`. */

import i18next from 'i18next';
import { issueContext, problemContext } from '../src/components/words/context.ts';
import codes from '../src/components/words/en/codes.ts';
import input from '../src/components/words/en/input.ts';
import rules from '../src/components/words/en/rules.ts';
import { toHex } from '../src/protocol/bytes/hex.ts';
import { decodeUtf8 } from '../src/protocol/bytes/utf8.ts';
import type { Opened } from '../src/protocol/capture/open.ts';
import type { Connection } from '../src/protocol/connection/connection.ts';
import type { Part } from '../src/protocol/connection/model.ts';
import { payloadOf } from '../src/protocol/frame/payload.ts';
import { deflateAnswer } from '../src/protocol/handshake/extensions.ts';
import { closeBodyOf } from '../src/protocol/message/control.ts';
import type { Glance } from '../src/protocol/message/glance.ts';
import { inflatedText } from '../src/protocol/message/inflated.ts';
import { messageAt } from '../src/protocol/message/messages.ts';
import { OPCODE, opcodeName } from '../src/protocol/model/opcodes.ts';
import { closeCodeOf, RULES } from '../src/protocol/model/rules.ts';

const words = i18next.createInstance();
words.init({
  lng: 'en',
  resources: { en: { rules, input, codes } },
  interpolation: { escapeValue: false },
  showSupportNotice: false,
});

/** Keys are put together from the engine's ids, which the words' own tests cover. */
const translate = words.t as unknown as (key: string, values: object) => string;
const say = (key: string, values: object = {}): string => harmless(translate(key, values));

/** How much of a payload stands in a row, bytes. */
const EXCERPT = 48;
/** Rows and issues printed; `--json` has them all. */
const MOST = 2000;

/** Control characters and bidi marks would act on the terminal; they are shown as pictures instead. */
function harmless(text: string): string {
  return text.replace(/[\p{Cc}\p{Cf}]/gu, (character) => {
    const code = character.codePointAt(0) ?? 0;
    return code < 0x20
      ? String.fromCodePoint(0x2400 + code)
      : `<U+${code.toString(16).toUpperCase().padStart(4, '0')}>`;
  });
}

export function printInput(opened: Opened): string {
  const { reading, claims, streams, problems } = opened;
  const sizes = streams.map(
    ({ direction, bytes, sender }) => `${bytes.length} bytes ${direction} (${sender.certainty})`,
  );
  const others = claims.filter(({ form, score }) => form !== reading.form && score > 0.3).map(({ form }) => form);
  const lines = [`read as ${reading.form}: ${sizes.join(', ') || 'nothing'}`];
  if (others.length > 0) lines.push(`  could also be ${others.join(', ')} (--form)`);
  for (const [i, { client, server, bytes, webSocket }] of opened.packetConnections.entries()) {
    const shown = i === opened.chosenConnection ? 'shown' : `--tcp ${i + 1}`;
    lines.push(`  ${shown}: ${client} → ${server}, ${bytes} bytes${webSocket ? ', WebSocket' : ''}`);
  }
  for (const { kind, line, column, character, values } of problems.slice(0, MOST)) {
    lines.push(
      `  ! ${line}:${column} ${say(`input:problems.${kind}.says`, { ...values, line, column, character, context: problemContext(values) })}`,
    );
  }
  return `${lines.join('\n')}\n`;
}

export function printConnection(connection: Connection): string {
  const { dialect, handshake, phase } = connection;
  const lines = [`${dialect.value} (${dialect.certainty}), ${phase}`];
  if (handshake.request || handshake.response) lines.push(`handshake: ${handshake.verdict}`);
  const { value: deflate, certainty } = connection.compression;
  if (deflate) lines.push(`${deflateAnswer(deflate)} (${certainty})`);
  lines.push('');
  for (let row = 0; row < Math.min(connection.partCount, MOST); row += 1) {
    lines.push(printPart(connection, connection.part(row)));
  }
  if (connection.partCount > MOST) lines.push(`… ${connection.partCount - MOST} more rows: use --json`);
  const { list, total } = connection.issues(MOST);
  if (total > 0) lines.push('', `${total} ${total === 1 ? 'issue' : 'issues'}`);
  for (const issue of list) {
    const { severity, section } = RULES[issue.rule];
    const code = closeCodeOf(issue.rule);
    const title = say(`rules:${issue.rule}.title`, { context: issueContext(issue.values) });
    const says = say(`rules:${issue.rule}.says`, { ...issue.values, context: issueContext(issue.values) });
    lines.push(`  ${severity} ${issue.part} at byte ${issue.offset}: ${title}`);
    lines.push(`    ${says} ${section}${code === null ? '' : `, close code ${code}`} [${issue.rule}]`);
  }
  for (const { strict } of Object.values(connection.directions)) {
    if (strict) lines.push(`  a strict receiver stops ${strict.direction} at ${strict.part}: ${strict.issue.rule}`);
  }
  return `${lines.join('\n')}\n`;
}

function printPart(connection: Connection, part: Part): string {
  const arrow = part.direction === 'client-to-server' ? '→' : '←';
  const where = String(part.offset).padStart(8);
  if (part.kind === 'frame') return `${arrow} ${where}  ${printFrame(connection, part)}`;
  const { request, response } = connection.handshake;
  const line =
    part.kind === 'request'
      ? `${request?.head.method?.text ?? '?'} ${request?.head.target?.text ?? ''}`
      : part.kind === 'response'
        ? `${response?.head.status?.text ?? '?'} ${response?.head.reason?.text ?? ''}`
        : 'no frames';
  return `${arrow} ${where}  ${part.kind.padEnd(12)} ${String(part.length).padStart(7)} B  ${harmless(line)}`;
}

function printFrame(connection: Connection, part: Part): string {
  const scan = connection.scanOf(part.direction);
  if (!scan) return '';
  const { table } = scan;
  const i = part.frame;
  const hixie = table.framing === 'hixie';
  const opcode = table.opcode(i);
  // Of a masked header only the key in front may be there.
  const known = table.opened(i) ? opcodeName(opcode) : 'header';
  const name = hixie ? `type ${toHex(Uint8Array.of(table.byte0(i)))}` : known;
  const flags = hixie
    ? ''
    : [table.fin(i) ? 'FIN' : '', table.rsv1(i) ? 'RSV1' : '', table.masked(i) ? 'masked' : '']
        .filter(Boolean)
        .join(' ');
  const length = table.status(i) === 'header' ? '?' : String(table.payloadLength(i));
  const bytes = payloadOf(table, i, scan.source, EXCERPT);
  const excerpt = bytes.slice(0, EXCERPT);
  const message = table.message(i) < 0 ? null : messageAt(scan, table.message(i));
  const isText = hixie ? table.byte0(i) === 0 : message?.opcode === OPCODE.text && !message.compressed;
  const text = isText ? JSON.stringify(harmless(decodeUtf8(excerpt))) : toHex(excerpt);
  const inflated = message?.first === i ? connection.glance(part.direction, i) : null;
  const closed = !hixie && opcode === OPCODE.close && table.status(i) === 'complete' ? closeBodyOf(scan, i) : null;
  const plain = closed ? `${closed.code ?? 'no code'} ${harmless(closed.reason ?? '')}` : text;
  const body = inflated ? printInflated(inflated, message?.opcode === OPCODE.text) : plain;
  const more = !inflated && table.payloadLength(i) > EXCERPT ? '…' : '';
  const missing = table.status(i) === 'complete' ? '' : ` (${table.status(i)} cut off)`;
  const mark = table.issueBits(i) === 0 ? ' ' : '!';
  return `${mark}${name.padEnd(12)}${length.padStart(7)} B  ${flags.padEnd(15)} ${body}${more}${missing}`;
}

/** What a compressed message says, in the row of its first frame; \ufffd for what nobody can know. */
function printInflated({ bytes, unknown, length, capped }: Glance, isText: boolean): string {
  const shown = Math.min(bytes.length, EXCERPT);
  const says = isText ? JSON.stringify(harmless(inflatedText(bytes, unknown, shown))) : toHex(bytes.subarray(0, shown));
  return `${says}${length > shown ? '…' : ''} (inflated: ${capped ? 'more than ' : ''}${length} B)`;
}
