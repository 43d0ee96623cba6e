/** Where a citation can be read. Plain links: nothing is loaded unless somebody follows one. */

const HIXIE = 'https://datatracker.ietf.org/doc/html/draft-hixie-thewebsocketprotocol-';
const HYBI = 'https://datatracker.ietf.org/doc/html/draft-ietf-hybi-thewebsocketprotocol-';
const CLOSE_CODES = 'https://www.iana.org/assignments/websocket/websocket.xhtml#close-code-number';

/** Address of a citation such as `RFC 6455 §5.2` or `draft-hixie-76 §4.2`; null where none is known. */
export function sectionUrl(section: string): string | null {
  const match = /^(?:RFC (\d+)|draft-(hixie|hybi)-(\d\d))(?: §([\d.]+))?$/.exec(section);
  if (!match) return section.startsWith('IANA') && section.includes('Close Code') ? CLOSE_CODES : null;
  const [, rfc, family, number, place] = match;
  const anchor = place ? `#section-${place}` : '';
  if (rfc) return `https://www.rfc-editor.org/rfc/rfc${rfc}${anchor}`;
  return `${family === 'hixie' ? HIXIE : HYBI}${number}${anchor}`;
}
