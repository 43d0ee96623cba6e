import { useTranslation } from 'react-i18next';
import type { Span } from '../../protocol/bytes/span.ts';
import { placeOf, sourceName } from './place.ts';

/** A span in words: “bytes 2–5, client → server”. */
export function usePlace(): (span: Span) => string {
  const { t } = useTranslation('views');
  const inSource = (span: Span) => {
    const place = placeOf(span);
    switch (place.kind) {
      case 'bit':
        return t('place.bit', { bit: String(place.bit), byte: String(place.byte) });
      case 'bits':
        return t('place.bits', { first: String(place.first), last: String(place.last), byte: String(place.byte) });
      case 'byte':
        return t('place.byte', { byte: String(place.byte) });
      case 'bytes':
        return t('place.bytes', { first: String(place.first), last: String(place.last) });
    }
  };
  return (span) => t('place.in', { place: inSource(span), source: t(`source.${sourceName(span.source)}`) });
}
