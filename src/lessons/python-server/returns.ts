/** What one's own `parse_frame` has to return for the client's bytes, call by call. */

import { type ParseResult, traceParse } from '../../protocol/frame/parse-trace.ts';
import { MAX_MESSAGE } from './lines.ts';
import { bytesLiteral } from './python.ts';

export interface Returned {
  /** What it is called with. */
  readonly data: Uint8Array;
  /** As Python writes it. */
  readonly says: string;
}

/** As a server calls it: on what is left, until it wants more, raises, or nothing is left. */
export function returnsOf(data: Uint8Array): readonly Returned[] {
  const calls: Returned[] = [];
  for (let rest = data; rest.length > 0; ) {
    const { result } = traceParse(rest, MAX_MESSAGE);
    calls.push({ data: rest, says: saysOf(result) });
    if (result.kind !== 'frame') break;
    rest = rest.subarray(result.used);
  }
  return calls;
}

function saysOf(result: ParseResult): string {
  if (result.kind === 'incomplete') return 'None';
  if (result.kind === 'broken') return `ProtocolError ${result.closeCode}`;
  const { fin, opcode, payload, used } = result;
  return `(Frame(fin=${fin ? 'True' : 'False'}, opcode=${opcode}, payload=${bytesLiteral(payload)}), ${used})`;
}
