import { navigate } from 'wouter/use-hash-location';
import type { Direction } from '../../protocol/bytes/span.ts';
import { writeBytes } from '../../protocol/text/write.ts';
import { useSelection } from '../state/selection.ts';
import { useWorkbench } from '../state/workbench.ts';
import type { Read } from './entries.ts';
import { readFile } from './file.ts';
import { useNotices } from './notices.ts';
import { loadSample, type SampleId } from './samples.ts';

/** Ways to put something on the workbench. Each forgets what was looked at before. */

export function openText(text: string, name: string | null = null): void {
  const saved = readFile(text);
  if (saved) {
    applyRead(saved);
    return;
  }
  begin();
  useWorkbench.getState().open(text, { name });
  toWorkbench();
}

/** What was typed or pasted into the box, in place of what was there. */
export function openTyped(text: string): void {
  const saved = readFile(text);
  if (saved) {
    applyRead(saved);
    return;
  }
  begin();
  useWorkbench.getState().replace(text);
}

/** A frame of a known sender, as spaced hex: what one would have pasted. */
export function openFrame(bytes: Uint8Array, direction: Direction): void {
  const text = writeBytes('hex-spaced', [{ direction, bytes }]);
  begin();
  useWorkbench.getState().open(text, { form: 'hex', assumptions: { direction } });
  toWorkbench();
}

/** A capture, a dump, a saved workbench. What is not text stays bytes. */
export async function openFile(file: File): Promise<void> {
  let bytes: Uint8Array;
  try {
    bytes = new Uint8Array(await file.arrayBuffer());
  } catch {
    begin();
    useNotices.getState().say({ kind: 'file-unreadable', name: file.name });
    return;
  }
  const text = textOf(bytes);
  if (text !== null) {
    openText(text, file.name);
    return;
  }
  begin();
  useWorkbench.getState().open(bytes, { name: file.name });
  toWorkbench();
}

export async function openSample(id: SampleId): Promise<void> {
  const { input, ...choices } = await loadSample(id);
  begin();
  useWorkbench.getState().open(input, { ...choices, name: id });
}

/** What a link or a saved file held; says what could not be used. */
export function applyRead({ choices, unusable }: Read): void {
  begin();
  const { input, ...rest } = choices;
  useWorkbench.getState().open(input, rest);
  if (unusable.length > 0) useNotices.getState().say({ kind: 'unusable', unusable });
}

export function clear(): void {
  begin();
  useWorkbench.getState().open('');
}

function begin(): void {
  useNotices.getState().dismiss();
  const { select, hover } = useSelection.getState();
  select(null);
  hover(null);
  // A link in the address names what was there before: reloading must not bring it back.
  if (/^#\/?decode\/./.test(location.hash)) history.replaceState(history.state, '', '#/decode');
}

function toWorkbench(): void {
  if (!/^#\/?decode/.test(location.hash)) navigate('/decode');
}

/** The text of a file, or null for bytes: not UTF-8, or with a zero byte, which no text form has. */
function textOf(bytes: Uint8Array): string | null {
  if (bytes.subarray(0, 65536).includes(0)) return null;
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}
