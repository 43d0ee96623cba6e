import type { Choices } from '../state/workbench.ts';

/** What a sample puts on the workbench. */
export type SampleData = Pick<Choices, 'input'> & Partial<Pick<Choices, 'assumptions' | 'strict'>>;

/**
 * Every sample by group, in the order shown. Titles and what to look for are words (`decode:samples.items.<id>`); the bytes
 * are fetched when somebody asks for them.
 */
export const SAMPLES = {
  conversations: [
    'chat-whole',
    'chat-broken',
    'capture-deflate',
    'capture-deflate-c',
    'capture-draft76',
    'capture-draft76-packets',
  ],
  frames: [
    'frame-text',
    'frame-masked',
    'frame-fragments',
    'frame-ping',
    'frame-pong',
    'frame-256',
    'frame-65536',
    'frame-chinese',
    'frame-close',
  ],
  messages: ['message-interleaved', 'message-utf8-split', 'message-utf8-fail-fast'],
  handshakes: ['accept-rfc', 'accept-2', 'accept-3', 'accept-4', 'accept-pad-bits'],
  wrong: [
    'wrong-decoded',
    'wrong-hex-digest',
    'wrong-lower-guid',
    'wrong-no-guid',
    'wrong-guid-first',
    'wrong-line-end',
    'wrong-space',
    'wrong-md5',
  ],
  hixie: [
    'hixie-a',
    'hixie-b',
    'hixie-c',
    'hixie-d',
    'hixie-a-collapsed',
    'hixie-b-collapsed',
    'hixie-75',
    'hixie-hello',
    'hixie-length',
    'hixie-close',
  ],
  drafts: ['chat-hybi-01', 'chat-hybi-03', 'chat-hybi-04', 'chat-hybi-06', 'hybi-04'],
  deflate: [
    'deflate-hello',
    'deflate-fragments',
    'deflate-window',
    'deflate-window-alone',
    'deflate-stored',
    'deflate-bfinal',
    'deflate-two-blocks',
    'deflate-empty',
  ],
  broken: [
    'broken-unmasked',
    'broken-server-masked',
    'broken-length',
    'broken-rsv',
    'broken-continuation',
    'broken-ping',
    'broken-close',
    'broken-huge',
    'broken-cut',
    'broken-mid-stream',
    'broken-text',
  ],
} as const;

export type SampleGroup = keyof typeof SAMPLES;
export type SampleId = (typeof SAMPLES)[SampleGroup][number];

export const SAMPLE_GROUPS = Object.keys(SAMPLES) as readonly SampleGroup[];
export const SAMPLE_IDS: readonly SampleId[] = SAMPLE_GROUPS.flatMap((group) => SAMPLES[group] as readonly SampleId[]);

export function isSample(name: string | null): name is SampleId {
  return (SAMPLE_IDS as readonly (string | null)[]).includes(name);
}

/** The input of a sample and what it assumes. */
export async function loadSample(id: SampleId): Promise<SampleData> {
  const modules = await Promise.all([
    import('./samples/frames.ts'),
    import('./samples/handshakes.ts'),
    import('./samples/conversations.ts'),
    import('./samples/drafts.ts'),
  ]);
  const all = {
    ...modules[0].FRAMES,
    ...modules[1].HANDSHAKES,
    ...modules[2].CONVERSATIONS,
    ...modules[3].DRAFT_TALKS,
  };
  const make = all[id];
  if (!make) throw new RangeError(`no such sample: ${id}`);
  return make();
}
