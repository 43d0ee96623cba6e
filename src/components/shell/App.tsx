import { Suspense, use, useDeferredValue, useEffect, useLayoutEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useHashLocation } from 'wouter/use-hash-location';
import { type Course, CourseProvider } from '../lesson/course.ts';
import styles from './App.module.css';
import { ErrorBoundary } from './ErrorBoundary.tsx';
import { Header } from './Header.tsx';
import { NotFound } from './NotFound.tsx';
import { type Room, roomAt } from './rooms.ts';

export function App({ course }: { readonly course: Course }) {
  return (
    <CourseProvider value={course}>
      <Shell />
    </CourseProvider>
  );
}

function Shell() {
  const { t, i18n } = useTranslation('shell');
  const [address] = useHashLocation();
  // Until the next room has been fetched, the one that is on the page stays.
  const location = useDeferredValue(address);
  const room = roomAt(location);
  const main = useRef<HTMLElement>(null);
  const name = room?.id ?? 'not-found';

  // Before the effects of the rooms, which may have a better name for the page.
  useLayoutEffect(() => {
    document.title = i18n.t(`shell:title.${name}`, { lng: i18n.language });
  }, [name, i18n, i18n.language]);

  // Who goes to another room by keyboard or screen reader goes on at its start. Not on the first view.
  const last = useRef(name);
  useEffect(() => {
    if (last.current === name) return;
    last.current = name;
    scrollTo(0, 0);
    main.current?.focus({ preventScroll: true });
  }, [name]);

  return (
    <>
      <button type="button" className={styles.skip} onClick={() => main.current?.focus()}>
        {t('skip')}
      </button>
      <Header />
      <main ref={main} tabIndex={-1} className={styles.main} data-room={name}>
        <Suspense fallback={<p className={styles.loading}>{t('loading')}</p>}>
          <ErrorBoundary of={name}>
            {room === undefined ? <NotFound address={location} /> : <View room={room} />}
          </ErrorBoundary>
        </Suspense>
      </main>
    </>
  );
}

/** Not `lazy`: see `fetched`. */
function View({ room }: { readonly room: Room }) {
  const Found = use(room.load());
  return <Found />;
}
