import type { Direction } from '../bytes/span.ts';
import type { Connection } from '../connection/connection.ts';
import { exportConnection } from '../connection/export.ts';
import type { Opened } from './open.ts';

/** The documented export (docs/export.md) of what was opened: the connection, and how the input was read. */
export function exportOpened(opened: Opened): Record<string, unknown> {
  return withInput(opened.connection, {
    form: opened.reading.form,
    claims: opened.claims.filter(({ score }) => score > 0),
    problems: opened.problems,
    streams: opened.streams.map(({ direction, bytes, gaps = [], sender }) => ({
      direction,
      byteLength: bytes.length,
      gaps,
      certainty: sender.certainty,
      reasons: sender.reasons,
    })),
    segments: opened.segments,
  });
}

/** The same export for bytes that came without a notation, each stream with its sender. */
export function exportStreams(
  streams: readonly { readonly direction: Direction; readonly bytes: Uint8Array }[],
  connection: Connection,
): Record<string, unknown> {
  return withInput(connection, {
    form: 'raw',
    claims: [],
    problems: [],
    streams: streams.map(({ direction, bytes }) => ({
      direction,
      byteLength: bytes.length,
      certainty: 'assumed',
      reasons: ['chosen-by-hand'],
    })),
    segments: [],
  });
}

function withInput(connection: Connection, input: Record<string, unknown>): Record<string, unknown> {
  const { format, version, ...rest } = exportConnection(connection);
  return { format, version, input, ...rest };
}
