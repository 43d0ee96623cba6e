import type { Source } from '../../protocol/bytes/source.ts';
import type { Direction } from '../../protocol/bytes/span.ts';
import type { Part } from '../../protocol/connection/model.ts';
import type { Opened } from './selectors.ts';

/** Notations of `text/write.ts`, in the order of the menu. */
export const COPY_FORMS = [
  'hex',
  'hex-spaced',
  'hexdump-C',
  'xxd',
  'c-array',
  'python',
  'js',
  'base64',
  'text2pcap',
  'json',
] as const;
export type CopyForm = (typeof COPY_FORMS)[number];

export type CopyScope = 'part' | 'payload' | 'clear' | 'message' | 'inflated' | 'all';

const HOW: Readonly<Record<Exclude<CopyScope, 'part' | 'all'>, readonly Source['how'][]>> = {
  payload: ['unmask'],
  clear: ['unmask-frame', 'unmask-hashed'],
  message: ['reassemble'],
  inflated: ['inflate'],
};

/** What there is to copy. */
export function scopesOf(_part: Part, sources: readonly Source[]): readonly CopyScope[] {
  const derived = (['payload', 'clear', 'message', 'inflated'] as const).filter((scope) =>
    sources.some(({ how }) => HOW[scope].includes(how)),
  );
  return ['part', ...derived, 'all'];
}

/** The text to copy. The writers are fetched when first used. */
export async function copyText(
  form: CopyForm | 'export',
  scope: CopyScope,
  opened: Opened,
  part: Part,
  sources: readonly Source[],
): Promise<string> {
  if (form === 'export') {
    const { exportOpened } = await import('../../protocol/capture/export.ts');
    return `${JSON.stringify(exportOpened(opened), null, 2)}\n`;
  }
  const { writeBytes } = await import('../../protocol/text/write.ts');
  return writeBytes(form, streamsOf(scope, opened, part, sources));
}

function streamsOf(
  scope: CopyScope,
  opened: Opened,
  part: Part,
  sources: readonly Source[],
): readonly { direction: Direction | null; bytes: Uint8Array }[] {
  if (scope === 'all') return opened.streams.map(({ direction, bytes }) => ({ direction, bytes }));
  if (scope === 'part') {
    const wire = opened.connection.directions[part.direction].source;
    return [{ direction: part.direction, bytes: wire.read(part.offset, part.offset + part.length) }];
  }
  const source = sources.find(({ how }) => HOW[scope].includes(how));
  return source ? [{ direction: part.direction, bytes: source.read(0, source.length) }] : [];
}
