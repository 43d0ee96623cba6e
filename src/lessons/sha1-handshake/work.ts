/** Everything that follows from the inputs, by the engine: worked out once, looked at by all steps. */

import type { InputsOf } from '../../components/lesson/fields.ts';
import { traceBase64 } from '../../protocol/bytes/base64-trace.ts';
import { hexByte } from '../../protocol/bytes/hex.ts';
import { fromLatin1, latin1 } from '../../protocol/handshake/latin1.ts';
import { RFC6455 } from '../../protocol/handshake/rfc6455.ts';
import { judgeKey } from '../../protocol/handshake/rfc6455-request.ts';
import { acceptFor, GUID } from '../../protocol/hash/accept.ts';
import { sha1 } from '../../protocol/hash/sha1.ts';
import type { fields } from './fields.ts';
import type { Group } from './groups.ts';
import { groupsOf } from './groups.ts';
import type { HeadLine, RowId } from './scene.ts';

export type Inputs = InputsOf<typeof fields>;

export interface Work {
  readonly inputs: Inputs;
  readonly key: string;
  readonly nonce: Uint8Array;
  /** Bits behind the last byte of the key that should be zero. */
  readonly spare: number;
  readonly keyGroups: readonly Group[];
  /** Key and GUID. */
  readonly text: string;
  readonly bytes: Uint8Array;
  readonly digest: Uint8Array;
  readonly acceptGroups: readonly Group[];
  readonly accept: string;
  readonly request: readonly HeadLine[];
  readonly response: readonly HeadLine[];
  readonly cells: Readonly<Record<RowId, readonly string[]>>;
}

export function workOf(inputs: Inputs): Work {
  const { key } = inputs;
  const { nonce: found, padBits } = judgeKey(key);
  const nonce = found ?? new Uint8Array(16);
  const text = key + GUID;
  const bytes = fromLatin1(text);
  const digest = sha1(bytes);
  const accept = acceptFor(fromLatin1(key));
  const keyTrace = traceBase64(nonce, 'nonce');
  const request = latin1(RFC6455.buildRequest(REQUEST, () => nonce)).replace(keyTrace.text, key);
  const response = RFC6455.buildResponse(RFC6455.readRequest(fromLatin1(request)));
  return {
    inputs,
    key,
    nonce,
    spare: padBits,
    keyGroups: groupsOf(keyTrace, padBits),
    text,
    bytes,
    digest,
    acceptGroups: groupsOf(traceBase64(digest, 'digest')),
    accept,
    request: linesOf(request),
    response: linesOf(latin1(response)),
    cells: {
      nonce: hexCells(nonce),
      key: key.split(''),
      joined: text.split(''),
      digest: hexCells(digest),
      accept: accept.split(''),
    },
  };
}

const REQUEST = { target: '/chat', host: 'server.example.com' };

function hexCells(bytes: Uint8Array): readonly string[] {
  return Array.from(bytes, hexByte);
}

/** Lines of a head, the blank one included; the first line has no name. */
function linesOf(head: string): readonly HeadLine[] {
  return head
    .split('\r\n')
    .slice(0, -1)
    .map((line) => {
      const colon = line.indexOf(': ');
      const header = colon > 0 && !line.includes('HTTP/');
      return header ? { name: line.slice(0, colon), value: line.slice(colon + 2) } : { name: '', value: line };
    });
}
