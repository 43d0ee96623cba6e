/**
 * Offline after one visit: the service worker (made by the build) keeps every file of the site. A newer version waits
 * until a page starts, because a page that is open still needs the files it was built with, and may hold pasted bytes.
 */
const available = import.meta.env.PROD && 'serviceWorker' in navigator;

/** If a newer version has been fetched, switches to it and starts over. Call before anything is on the page. */
export async function switchToNewest(): Promise<void> {
  if (!available) return;
  const registration = await navigator.serviceWorker.getRegistration().catch(() => undefined);
  const waiting = registration?.waiting;
  if (!waiting) return;
  await new Promise<void>((done) => {
    const patience = setTimeout(done, 2000);
    navigator.serviceWorker.addEventListener('controllerchange', () => {
      clearTimeout(patience);
      location.reload();
    });
    waiting.postMessage({ type: 'SKIP_WAITING' });
  });
}

/** Registers the service worker once the page has what it needs. Failing is fine: the site then needs its server. */
export function workOffline(): void {
  if (!available) return;
  const register = () => void navigator.serviceWorker.register(`${import.meta.env.BASE_URL}sw.js`).catch(() => {});
  if (document.readyState === 'complete') register();
  else addEventListener('load', register, { once: true });
}
