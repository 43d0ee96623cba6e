import { type KeyboardEvent, memo, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { Conversation } from './conversation.ts';
import styles from './Strip.module.css';
import { StripItem } from './StripItem.tsx';
import { itemReading } from './selectors.ts';
import { deleteItem, duplicateItem, moveItem, turnItem, useBuilder } from './store.ts';

/** The conversation in the order it is sent, the client's lane above the server's. */
export const Strip = memo(function Strip({
  conversation,
  at,
}: {
  readonly conversation: Conversation;
  readonly at: number;
}) {
  const { t } = useTranslation('build');
  const select = useBuilder((state) => state.select);
  const list = useRef<HTMLOListElement>(null);
  const { items } = conversation;
  const index = items.findIndex(({ id }) => id === at);

  useEffect(() => {
    const chosen = list.current?.querySelector<HTMLElement>(`[data-item="${at}"]`);
    const box = list.current;
    if (!chosen || !box) return;
    // Only sideways: the page must not move.
    const left = chosen.offsetLeft;
    if (left < box.scrollLeft) box.scrollLeft = left - 24;
    else if (left + chosen.offsetWidth > box.scrollLeft + box.clientWidth)
      box.scrollLeft = left + chosen.offsetWidth - box.clientWidth + 24;
  }, [at]);

  const focusOn = (id: number) => {
    select(id);
    list.current?.querySelector<HTMLElement>(`[data-item="${id}"]`)?.focus();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    const by = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
    if (by !== 0 && event.altKey) moveItem(at, by);
    else if (event.altKey) return;
    else if (by !== 0) {
      const next = items[index + by];
      if (next) focusOn(next.id);
    } else if (event.key === 'Home' && items[0]) focusOn(items[0].id);
    else if (event.key === 'End' && items.length > 0) focusOn(items.at(-1)?.id ?? at);
    else if (event.key === 'Delete') deleteItem(at);
    else return;
    event.preventDefault();
  };

  return (
    <section className={styles.strip} aria-label={t('strip.label')}>
      <div className={styles.lanes} aria-hidden="true">
        <span>{t('strip.client')} →</span>
        <span>{t('strip.server')} ←</span>
      </div>
      <ol ref={list} className={styles.items} onKeyDown={onKeyDown}>
        {items.map((item, i) => (
          <StripItem
            key={item.id}
            reading={itemReading(conversation, item)}
            place={i + 1}
            chosen={item.id === at}
            onSelect={select}
          />
        ))}
      </ol>
      <div className={styles.tools} role="toolbar" aria-label={t('strip.tools')}>
        <button type="button" disabled={index <= 0} onClick={() => moveItem(at, -1)}>
          <span aria-hidden="true">◂</span> {t('strip.earlier')}
        </button>
        <button type="button" disabled={index < 0 || index >= items.length - 1} onClick={() => moveItem(at, 1)}>
          {t('strip.later')} <span aria-hidden="true">▸</span>
        </button>
        <button type="button" disabled={index < 0} onClick={() => turnItem(at)}>
          {t('strip.turn')}
        </button>
        <button type="button" disabled={index < 0} onClick={() => duplicateItem(at)}>
          {t('strip.duplicate')}
        </button>
        <button type="button" disabled={index < 0} onClick={() => deleteItem(at)}>
          {t('strip.delete')}
        </button>
      </div>
    </section>
  );
});
