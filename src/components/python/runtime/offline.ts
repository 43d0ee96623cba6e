import pyodide from 'virtual:pyodide';

/** A file is the same whoever asks for it. */
const ANYBODY = { ignoreVary: true };

/**
 * The service worker keeps Pyodide's files as they pass (vite.config.ts). Where it did not see them pass, because it came
 * later than they did, they are kept from here; and what an older version of this site kept is thrown away.
 */
export async function keepOffline(): Promise<void> {
  if (!import.meta.env.PROD || !('caches' in globalThis)) return;
  try {
    // Without one, what is kept would never be found again.
    await navigator.serviceWorker.ready;
    const cache = await caches.open(pyodide.cache);
    const wanted = pyodide.files.map(({ name }) => new URL(pyodide.folder + name, document.baseURI).href);
    for (const { url } of await cache.keys()) if (!wanted.includes(url)) await cache.delete(url);
    for (const url of wanted) if ((await cache.match(url, ANYBODY)) === undefined) await cache.add(url);
  } catch {
    // No room, or no network any more: Python runs all the same.
  }
}

/** Whether all of it is here already. */
export async function isKept(): Promise<boolean> {
  try {
    const cache = await caches.open(pyodide.cache);
    const found = await Promise.all(
      pyodide.files.map(({ name }) => cache.match(new URL(pyodide.folder + name, document.baseURI).href, ANYBODY)),
    );
    return found.every((response) => response !== undefined);
  } catch {
    return false;
  }
}
