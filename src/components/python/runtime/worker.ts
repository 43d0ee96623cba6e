import type * as Pyodide from 'pyodide';
import harness from './harness.py?raw';
import type { FromWorker, Job, ToWorker } from './messages.ts';

/** Python, in a thread of its own: whatever it does, the page goes on, and can end it. */

const say = (message: FromWorker) => postMessage(message);

type Run = (code: string, job: string) => string;
type Check = (code: string, cases: string, tell: (index: number, json: string) => void) => string;

let python: { readonly run: Run; readonly check: Check } | undefined;

async function start(base: string, info: Readonly<Record<string, string>>): Promise<void> {
  const plain = globalThis.fetch;
  let bytes = 0;
  const count = (more: number) => {
    bytes += more;
    say({ kind: 'loaded', bytes });
  };
  globalThis.fetch = async (...request) => counted(await plain(...request), count);
  try {
    const { loadPyodide } = (await import(/* @vite-ignore */ `${base}pyodide.mjs`)) as typeof Pyodide;
    const pyodide = await loadPyodide({
      indexURL: base,
      // The list of packages, without its packages: nothing is ever fetched but this.
      lockFileContents: JSON.stringify({ info, packages: {} }),
      packageBaseUrl: base,
      stdout: () => {},
      stderr: () => {},
    });
    pyodide.runPython(harness);
    python = { run: pyodide.globals.get('run'), check: pyodide.globals.get('check') };
    say({ kind: 'ready' });
  } catch (error) {
    say({ kind: 'failed', text: String(error) });
  } finally {
    globalThis.fetch = plain;
  }
}

/** The same response, whose bytes are counted as they come. */
function counted(response: Response, count: (bytes: number) => void): Response {
  if (!response.ok || response.body === null) return response;
  const body = response.body.pipeThrough(
    new TransformStream<Uint8Array<ArrayBuffer>, Uint8Array<ArrayBuffer>>({
      transform(chunk, out) {
        count(chunk.length);
        out.enqueue(chunk);
      },
    }),
  );
  const headers = new Headers(response.headers);
  // Some servers do not know the type, and compiling while it comes wants it.
  if (response.url.endsWith('.wasm')) headers.set('Content-Type', 'application/wasm');
  return new Response(body, { status: response.status, headers });
}

function work(job: Job): void {
  if (python === undefined) return;
  try {
    const json =
      job.kind === 'run'
        ? python.run(job.code, job.job)
        : python.check(job.code, job.cases, (_, answer) => say({ kind: 'answer', json: answer }));
    say({ kind: 'told', json });
  } catch {
    // No exception of Python comes here: this was the interpreter itself, out of stack or memory.
    say({ kind: 'crashed' });
  }
}

addEventListener('message', ({ data }: MessageEvent<ToWorker>) => {
  if (data.kind === 'start') void start(data.base, data.info);
  else work(data);
});
say({ kind: 'here' });
