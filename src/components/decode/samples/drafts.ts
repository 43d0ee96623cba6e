import { type DraftFrameParts, type DraftFraming, encodeDraftFrame } from '../../../protocol/frame/draft-frames.ts';
import { HANDSHAKE_DIALECTS } from '../../../protocol/handshake/handshake.ts';
import { DIALECTS, type DialectId } from '../../../protocol/model/drafts.ts';
import { OPCODE } from '../../../protocol/model/opcodes.ts';
import type { SampleData } from '../samples.ts';
import { client, followHex, fromHexText, latin1, server, type Turn } from './follow.ts';

/** Always the same bytes where a client and a server would draw lots, yet never twice the same in one talk. */
function drawing(): (count: number) => Uint8Array {
  let drawn = 0;
  return (count) => Uint8Array.from({ length: count }, () => (drawn++ * 89 + 41) & 0xff);
}

type Said = Pick<DraftFrameParts, 'opcode' | 'fin'> & { readonly payload: Uint8Array };

/** From each side; `key` is what a client of hybi-04 and later puts in front. */
const asks = (key: string, said: Said) => ({ key, said });
const says = (said: Said) => ({ key: null, said });

const TALK = [
  asks('37 fa 21 3d', { opcode: OPCODE.text, payload: latin1('Hello') }),
  says({ opcode: OPCODE.text, fin: false, payload: latin1('Hel') }),
  says({ opcode: OPCODE.ping, payload: latin1('alive?') }),
  asks('5c 01 9e 77', { opcode: OPCODE.pong, payload: latin1('alive?') }),
  says({ opcode: OPCODE.continuation, payload: latin1('lo') }),
  asks('a1 b2 c3 d4', { opcode: OPCODE.text, payload: new TextEncoder().encode('你好 👋') }),
  says({ opcode: OPCODE.binary, payload: Uint8Array.from({ length: 200 }, (_, i) => i) }),
];

/** The same talk in any of the drafts. No capture of them is at hand, so that these bytes are made by our own encoder. */
function talk(dialect: DialectId, framing: DraftFraming, close: Uint8Array): SampleData {
  const speaks = HANDSHAKE_DIALECTS[dialect];
  const lots = drawing();
  const asked = speaks.buildRequest(
    { target: '/chat', host: 'server.example.com', origin: 'http://example.com' },
    lots,
  );
  const request = speaks.readRequest(asked);
  const answered = speaks.buildResponse(request, { nonce: lots(16) });
  const connectionKey = speaks.readResponse(answered, request).nonce?.connectionKey ?? null;
  const frames = [
    ...TALK,
    asks('0e 55 80 19', { opcode: OPCODE.close, payload: close }),
    says({ opcode: OPCODE.close, payload: close }),
  ].map(({ key, said }): Turn => {
    const maskingKey = key === null ? null : fromHexText(key);
    const bytes = encodeDraftFrame(framing, { ...said, maskingKey, connectionKey });
    return key === null ? server(bytes) : client(bytes);
  });
  return { input: followHex([client(asked), server(answered), ...frames]) };
}

export const DRAFT_TALKS: Readonly<Record<string, () => SampleData>> = Object.fromEntries(
  (
    [
      ['chat-hybi-01', 'hybi-01', new Uint8Array(0)],
      ['chat-hybi-03', 'hybi-03', new Uint8Array(0)],
      ['chat-hybi-04', 'version-4', new Uint8Array(0)],
      ['chat-hybi-06', 'version-6', fromHexText('03 e8')],
    ] as const
  ).map(([id, dialect, close]) => [id, () => talk(dialect, DIALECTS[dialect].framing as DraftFraming, close)]),
);
