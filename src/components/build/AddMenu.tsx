import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { DIRECTIONS, type Direction } from '../../protocol/bytes/span.ts';
import { hasCloseCodes } from '../../protocol/model/close-codes.ts';
import { DIALECT_IDS, DIALECTS, type DialectId } from '../../protocol/model/drafts.ts';
import { Menu } from '../views/Menu.tsx';
import { type Conversation, conversationOf, inserted, type Sent } from './conversation.ts';
import { handshakeOf, headKind } from './heads.ts';
import menu from './MenuParts.module.css';
import { BEGINNINGS, type Beginning, draftFrameOf, frameOf, HIXIE_BEGINNINGS, hixieFrameOf } from './parts.ts';
import { readingOf } from './selectors.ts';
import { addAfter, useBuilder } from './store.ts';

const random = (count: number) => crypto.getRandomValues(new Uint8Array(count));

/** More frames, of either side, or a handshake in front. */
export function AddMenu({ conversation }: { readonly conversation: Conversation }) {
  const { t } = useTranslation(['build', 'opcodes', 'codes', 'views']);
  const at = useBuilder((state) => state.at);
  const [side, setSide] = useState<Direction>('client-to-server');
  const [dialect, setDialect] = useState<DialectId>('rfc6455');
  const [deflate, setDeflate] = useState(false);
  const name = useId();
  const { connection } = readingOf(conversation);
  const spoken = DIALECTS[connection.dialect.value];
  const { framing } = spoken;
  const made = (kind: Beginning): Sent => {
    if (framing === 'hixie') return hixieFrameOf(kind === 'close' ? 'close' : 'text', side);
    if (framing === 'rfc6455') return frameOf(kind, side);
    const { connectionKey } = connection;
    return draftFrameOf(kind, side, framing, { connectionKey, codes: hasCloseCodes(spoken) });
  };
  return (
    <Menu label={t('build:add.label')}>
      {(close) => (
        <>
          <fieldset className={menu.choices}>
            <legend>{t('build:add.frame')}</legend>
            {DIRECTIONS.map((direction) => (
              <label key={direction}>
                <input type="radio" name={name} checked={side === direction} onChange={() => setSide(direction)} />
                {t(`views:source.${direction}`)}
              </label>
            ))}
          </fieldset>
          <div className={menu.buttons}>
            {(framing === 'hixie' ? HIXIE_BEGINNINGS : BEGINNINGS).map((kind) => (
              <button
                key={kind}
                type="button"
                onClick={() => {
                  addAfter(at, [made(kind)]);
                  close();
                }}
              >
                {t(`opcodes:${kind}.name`)}
              </button>
            ))}
          </div>
          <fieldset className={menu.group}>
            <legend>{t('build:add.handshake')}</legend>
            <label className={menu.line}>
              {t('build:add.generation')}
              <select value={dialect} onChange={(event) => setDialect(event.target.value as DialectId)}>
                {DIALECT_IDS.toReversed().map((id) => (
                  <option key={id} value={id}>
                    {t(`codes:dialects.${id}.name`)}
                  </option>
                ))}
              </select>
            </label>
            <label className={menu.line} data-off={dialect !== 'rfc6455' || undefined}>
              <input
                type="checkbox"
                checked={deflate && dialect === 'rfc6455'}
                disabled={dialect !== 'rfc6455'}
                onChange={(event) => setDeflate(event.target.checked)}
              />
              {t('build:add.deflate')}
            </label>
            <button
              type="button"
              onClick={() => {
                putInFront(handshakeOf({ dialect, deflate }, random), dialect);
                close();
              }}
            >
              {t('build:add.inFront')}
            </button>
          </fieldset>
        </>
      )}
    </Menu>
  );
}

/** In place of the handshake that was there. Where heads alone do not tell their dialect (hybi-01), it is assumed. */
export function putInFront(heads: readonly Sent[], wanted: DialectId): void {
  const { history, change } = useBuilder.getState();
  change(
    (conversation) => {
      const items = conversation.items.filter(({ bytes }) => headKind(bytes) === null);
      const { dialect: _, ...assumptions } = conversation.assumptions;
      const told = readingOf(conversationOf(heads)).connection.dialect.value === wanted;
      const kept = told ? assumptions : { ...assumptions, dialect: wanted };
      return inserted({ ...conversation, items, assumptions: kept }, 0, heads);
    },
    null,
    history.present.next,
  );
}
