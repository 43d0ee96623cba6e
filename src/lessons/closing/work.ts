/** The conversations of this lesson, as the engine plays them. */

import { encodeUtf8 } from '../../protocol/bytes/utf8.ts';
import { type Act, dialogue, type Moment } from '../../protocol/connection/dialogue.ts';
import { OPCODE } from '../../protocol/model/opcodes.ts';
import type { Inputs } from './inputs.ts';

export type TalkId = 'beat' | 'own' | 'empty' | 'lost';

/** A conversation, moment by moment. */
export interface Talk {
  readonly id: TalkId;
  readonly moments: readonly Moment[];
}

export interface Work {
  readonly inputs: Inputs;
  readonly talks: Readonly<Record<TalkId, Talk>>;
}

export function workOf(inputs: Inputs): Work {
  const talk = (id: TalkId, acts: readonly Act[]): Talk => {
    const trace = dialogue(acts, () => inputs.key);
    return { id, moments: Array.from({ length: trace.stepCount }, (_, i) => trace.step(i) as Moment) };
  };
  return {
    inputs,
    talks: {
      beat: talk('beat', beatActs(inputs)),
      own: talk('own', ownActs(inputs)),
      empty: talk('empty', [{ by: 'client', does: 'close', said: { code: null, reason: '' } }]),
      lost: talk('lost', [{ by: 'server', does: 'vanish' }]),
    },
  };
}

/** A Ping from the server, and then a Pong that nobody asked for. */
function beatActs({ ping }: Inputs): readonly Act[] {
  return [
    { by: 'server', does: 'send', frame: { opcode: OPCODE.ping, payload: encodeUtf8(ping) } },
    { by: 'client', does: 'send', frame: { opcode: OPCODE.pong, payload: new Uint8Array(0) } },
  ];
}

/** What the server says where both close at once: 1001, going away. */
export const CROSSING = 1001;

function ownActs({ by, code, reason }: Inputs): readonly Act[] {
  // Without a code there is no place for a reason (RFC 6455 §5.5.1).
  const said = { code, reason: code === null ? '' : reason };
  if (by !== 'both') return [{ by, does: 'close', said }];
  return [
    { by: 'client', does: 'close', said },
    { by: 'server', does: 'close', crossing: true, said: { code: CROSSING, reason: '' } },
  ];
}
