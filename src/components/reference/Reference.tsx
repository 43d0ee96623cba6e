import { useDeferredValue, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useHashLocation } from 'wouter/use-hash-location';
import { Entry } from './Entry.tsx';
import { IndexPage } from './IndexPage.tsx';
import { keyOf } from './kinds.ts';
import { readPlace } from './link.ts';
import { Unknown } from './Unknown.tsx';
import { useSay } from './useSay.ts';
import { fullTitle } from './words.ts';

/** The index of all entries, or one of them. */
export default function Reference() {
  const { i18n } = useTranslation('reference');
  const say = useSay();
  const place = readPlace(useDeferredValue(useHashLocation()[0]));
  const name = place.is === 'page' ? keyOf(place.page) : place.is;
  const title = place.is === 'page' ? fullTitle(place.page, say) : null;
  useEffect(() => {
    document.title =
      title === null
        ? i18n.t('shell:title.reference', { lng: i18n.language })
        : i18n.t('reference:document', { title, lng: i18n.language });
  }, [title, i18n, i18n.language]);

  // A new page is read from its top. Whoever goes from page to page by keyboard stays on the link that led on, if it is still there.
  const last = useRef(name);
  useEffect(() => {
    if (last.current === name) return;
    last.current = name;
    scrollTo(0, 0);
    if (document.activeElement === null || document.activeElement === document.body)
      document.querySelector('main')?.focus({ preventScroll: true });
  }, [name]);

  switch (place.is) {
    case 'index':
      return <IndexPage />;
    case 'page':
      return <Entry page={place.page} />;
    case 'unknown':
      return <Unknown asked={place.asked} near={place.near} />;
  }
}
