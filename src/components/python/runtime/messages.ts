/** What the page and the worker that holds Python say to each other. */

export type Job =
  /** parse_frame on some bytes, again and again; `job` is JSON. */
  | { readonly kind: 'run'; readonly code: string; readonly job: string }
  /** parse_frame once for each case; `cases` is JSON. */
  | { readonly kind: 'check'; readonly code: string; readonly cases: string };

export type ToWorker =
  /** `base`: the whole address of Pyodide's folder. `info`: what Pyodide wants to know of itself. */
  { readonly kind: 'start'; readonly base: string; readonly info: Readonly<Record<string, string>> } | Job;

export type FromWorker =
  /** The worker runs, Python not yet. */
  | { readonly kind: 'here' }
  /** Bytes of Pyodide that have come so far. */
  | { readonly kind: 'loaded'; readonly bytes: number }
  | { readonly kind: 'ready' }
  /** Python could not be started. */
  | { readonly kind: 'failed'; readonly text: string }
  /** To one case of a check, in order. JSON of an `Answer`. */
  | { readonly kind: 'answer'; readonly json: string }
  /** The job is done. JSON of a `RunTold` or `CheckTold`. */
  | { readonly kind: 'told'; readonly json: string }
  /** The job has broken Python itself: this worker is of no more use. */
  | { readonly kind: 'crashed' };
