/** The picture of hybi-04's mask: from three texts to 20 bytes, from those to 20 others, and over the whole frame. */

import type { Cell, State } from '../../components/stage/types.ts';
import type { BitRow } from '../../components/stage/word.ts';
import { hexByte } from '../../protocol/bytes/hex.ts';
import { MASKING_GUID } from '../../protocol/hash/frame-key.ts';
import type { ColourRole } from '../../protocol/model/fields.ts';
import { timelineAt } from './era.ts';
import { derivationOf } from './frame.ts';
import type { DeriveScene, Fact, HashInput, HashRow } from './scene.ts';
import type { Stuff } from './steps.ts';

/** How far the derivation has come. */
export const STAGES = ['texts', 'connection', 'nonce', 'key', 'first', 'all', 'asked', 'seen'] as const;
export type Stage = (typeof STAGES)[number];

export function deriveScene(stuff: Stuff, stage: Stage, facts: readonly Fact[] = []): DeriveScene {
  const { inputs } = stuff;
  const { connection, frameKey, clear, masked } = derivationOf(inputs);
  const now = STAGES.indexOf(stage);
  const reached = (from: Stage): State => {
    const at = STAGES.indexOf(from);
    return now < at ? 'empty' : now === at ? 'current' : 'done';
  };
  const later = (state: State): State => (now > STAGES.indexOf('key') && state !== 'empty' ? 'faint' : state);
  const cells = (
    id: string,
    bytes: Uint8Array,
    role: ColourRole | ((i: number) => ColourRole),
    state: State | ((i: number) => State),
    from?: (i: number) => string,
  ): Cell[] =>
    Array.from(bytes, (byte, i) => ({
      id: `${id}${i}`,
      text: hexByte(byte),
      role: typeof role === 'function' ? role(i) : role,
      state: typeof state === 'function' ? state(i) : state,
      ...(from && { from: from(i) }),
    }));
  const input = (id: string, name: HashInput['name'], text: string, role: ColourRole, state: State): HashInput => ({
    id,
    name,
    text,
    role,
    state: later(state),
  });

  const rows: HashRow[] = [
    {
      id: 'connection',
      name: { label: 'once-connection' },
      inputs: [
        input('in-key', { label: 'in-key' }, inputs.key, 'key', reached('texts')),
        input('in-nonce', { label: 'in-nonce' }, inputs.nonce, 'key', reached('texts')),
        input('in-guid', { label: 'in-guid' }, MASKING_GUID, 'plain', reached('texts')),
      ],
      output: cells('ck', connection, 'key', later(reached('connection'))),
      outputName: { label: 'connection-key' },
      state: reached('connection'),
    },
    {
      id: 'frame',
      name: { label: 'once-frame' },
      inputs: [
        input('in-frame', { label: 'in-frame' }, spacedHex(inputs.frameNonce), 'mask', reached('nonce')),
        input(
          'in-ck',
          { label: 'connection-key' },
          `${spacedHex(connection.subarray(0, 4))} …`,
          'key',
          reached('nonce'),
        ),
      ],
      output: cells('fk', frameKey, 'mask', later(reached('key'))),
      outputName: { label: 'frame-key' },
      state: reached('key'),
    },
  ];

  const xorAt = (i: number): State => {
    if (now < STAGES.indexOf('first')) return 'empty';
    if (stage === 'first') return i === 0 ? 'current' : 'empty';
    return stage === 'all' ? 'current' : 'done';
  };
  const shown = now >= STAGES.indexOf('first');
  const over: State = stage === 'asked' || stage === 'seen' ? 'faint' : 'done';
  const clearState = (i: number): State => (!shown ? 'empty' : stage === 'first' && i === 0 ? 'current' : over);
  const bodyRole = (i: number): ColourRole => (i === 0 ? 'control' : i === 1 ? 'length' : 'payload');
  const repeated = Uint8Array.from(clear, (_, i) => frameKey[i % frameKey.length] ?? 0);
  const asked = stage === 'asked' || stage === 'seen';
  return {
    kind: 'derive',
    inputs: now < STAGES.indexOf('nonce') ? ['key', 'nonce'] : ['message', 'key', 'frameNonce'],
    timeline: timelineAt('hybi-04'),
    // What it was good for takes the room of how it came about; the frame stays where it is.
    rows: facts.length > 0 ? [] : rows,
    xor: {
      clear: cells('c', clear, bodyRole, clearState),
      key: cells('r', repeated, 'mask', clearState, (i) => `fk${i % frameKey.length}`),
      nonce: cells('n', inputs.frameNonce, 'mask', shown ? (stage === 'seen' ? 'current' : 'done') : 'empty'),
      wire: cells('w', masked, bodyRole, asked ? 'done' : xorAt, (i) => `c${i}`),
      bits: stage === 'first' ? bitsOf(clear[0] ?? 0, frameKey[0] ?? 0, masked[0] ?? 0) : null,
    },
    facts,
  };
}

function spacedHex(bytes: Uint8Array): string {
  return Array.from(bytes, hexByte).join(' ');
}

function bitsOf(clear: number, key: number, wire: number): readonly BitRow[] {
  return [
    { symbol: 'frame[0]', value: clear, role: 'control' },
    { symbol: 'key[0]', operator: '⊕', value: key, role: 'mask', marked: key },
    { symbol: 'wire[0]', operator: '=', value: wire, role: 'control', edged: key },
  ];
}
