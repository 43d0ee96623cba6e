const RETRY_MS = 1000;

/** Something that is fetched once, when first wanted. */
export interface Fetched<T> {
  /** Safe to call ahead of need and more than once. `use` of what it gives does not wait for what is there already. */
  load(): Promise<T>;
}

export function fetched<T>(fetch: () => Promise<T>): Fetched<T> {
  let coming: Promise<T> | undefined;
  const load = () => {
    if (coming) return coming;
    const promise = fetch();
    coming = promise;
    promise.then(
      (it) => {
        // What React itself notes on a promise it has waited for; without it, it would wait for a moment even now, and
        // then hold back for 300 ms what follows a fallback.
        Object.assign(promise, { status: 'fulfilled', value: it });
      },
      () => {
        // It may be there the next time; asked again at once, it would fail again, and the view would ask for ever.
        setTimeout(() => {
          coming = undefined;
        }, RETRY_MS);
      },
    );
    return promise;
  };
  return { load };
}
