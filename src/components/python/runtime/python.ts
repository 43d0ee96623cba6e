import pyodide from 'virtual:pyodide';
import { create } from 'zustand';
import type { Answer, CheckTold, RunTold } from './answer.ts';
import type { FromWorker, Job, ToWorker } from './messages.ts';
import { keepOffline } from './offline.ts';
import workerAddress from './worker.ts?worker&url';

/** Python as the page sees it: off until somebody wants it, then one job at a time, each of which can be ended. */

/** How long Python may be silent over a job. */
export const SILENCE_MS = 5000;

/** Bytes that starting Python fetches, the first time. */
export const PYTHON_BYTES = pyodide.files.reduce((sum, { size }) => sum + size, 0);

export type Ended = 'stopped' | 'time' | 'crashed';

export type PythonState =
  | { readonly kind: 'off' }
  /** `after`: why it starts anew. */
  | { readonly kind: 'starting'; readonly loaded: number; readonly after: Ended | null }
  | { readonly kind: 'ready' }
  | { readonly kind: 'busy' }
  | { readonly kind: 'failed'; readonly text: string };

export const usePython = create<PythonState>()(() => ({ kind: 'off' }) as PythonState);

/** What came of a job. `answers` are those of a check so far, also where the rest never came. */
export type Outcome<Told> =
  | { readonly kind: 'told'; readonly told: Told; readonly answers: readonly Answer[] }
  | { readonly kind: Ended; readonly answers: readonly Answer[] };

interface Work {
  readonly done: (outcome: Outcome<unknown>) => void;
  readonly answers: Answer[];
  /** Watches for silence. */
  timer: ReturnType<typeof setTimeout>;
}

let worker: Worker | undefined;
let work: Work | undefined;

/** Fetches and starts Python. Does nothing where it runs. */
export function startPython(): void {
  const { kind } = usePython.getState();
  if (kind === 'off' || kind === 'failed') begin(null);
}

/** Ends what runs; Python starts anew. */
export function stopPython(): void {
  end('stopped');
}

/** Leaves the room: what runs is ended, and what is ready stays ready. */
export function leavePython(): void {
  if (work !== undefined) end('stopped');
}

export const runJob = (job: Extract<Job, { kind: 'run' }>) => give<RunTold>(job);
export const checkJob = (job: Extract<Job, { kind: 'check' }>) => give<CheckTold>(job);

/** Only where Python is ready. */
function give<Told>(job: Job): Promise<Outcome<Told>> {
  const post = worker;
  if (usePython.getState().kind !== 'ready' || post === undefined) throw new Error('Python is not ready');
  return new Promise((resolve) => {
    work = {
      done: (outcome) => resolve(outcome as Outcome<Told>),
      answers: [],
      timer: setTimeout(end, SILENCE_MS, 'time'),
    };
    set({ kind: 'busy' });
    post.postMessage(job satisfies ToWorker);
  });
}

function set(state: PythonState): void {
  usePython.setState(state, true);
}

/**
 * A worker from a blob keeps to the policy of this page, and so does all that runs in it; one from an address keeps to
 * what its server says, which on most is nothing. The second is for browsers that cannot do the first.
 */
function begin(after: Ended | null, fromBlob = true): void {
  set({ kind: 'starting', loaded: 0, after });
  const address = new URL(workerAddress, document.baseURI).href;
  const script = new Blob([`import ${JSON.stringify(address)};`], { type: 'text/javascript' });
  const from = fromBlob ? URL.createObjectURL(script) : address;
  const begun = new Worker(from, { type: 'module' });
  let here = false;
  worker = begun;
  begun.onmessage = ({ data }: MessageEvent<FromWorker>) => {
    if (worker !== begun) return;
    if (data.kind === 'here') {
      here = true;
      if (fromBlob) URL.revokeObjectURL(from);
      const { info, folder } = pyodide;
      begun.postMessage({ kind: 'start', base: new URL(folder, document.baseURI).href, info } satisfies ToWorker);
    } else hear(data, after);
  };
  begun.onerror = (event) => {
    event.preventDefault();
    if (worker !== begun) return;
    if (work !== undefined) return end('crashed');
    begun.terminate();
    if (!here && fromBlob) begin(after, false);
    else set({ kind: 'failed', text: event.message ?? '' });
  };
}

function hear(message: Exclude<FromWorker, { kind: 'here' }>, after: Ended | null): void {
  switch (message.kind) {
    case 'loaded':
      set({ kind: 'starting', loaded: message.bytes, after });
      break;
    case 'ready':
      void keepOffline();
      set({ kind: 'ready' });
      break;
    case 'failed':
      worker?.terminate();
      set({ kind: 'failed', text: message.text });
      break;
    case 'crashed':
      end('crashed');
      break;
    case 'answer':
      if (work === undefined) break;
      clearTimeout(work.timer);
      work.timer = setTimeout(end, SILENCE_MS, 'time');
      work.answers.push(JSON.parse(message.json));
      break;
    case 'told': {
      if (work === undefined) break;
      const { done, answers, timer } = work;
      clearTimeout(timer);
      work = undefined;
      set({ kind: 'ready' });
      done({ kind: 'told', told: JSON.parse(message.json), answers });
    }
  }
}

function end(how: Ended): void {
  if (work === undefined) return;
  const { done, answers, timer } = work;
  clearTimeout(timer);
  work = undefined;
  worker?.terminate();
  begin(how);
  done({ kind: how, answers });
}
