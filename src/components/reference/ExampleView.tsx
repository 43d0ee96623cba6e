import { useTranslation } from 'react-i18next';
import { endByte, firstByte } from '../../protocol/bytes/span.ts';
import { RULES } from '../../protocol/model/rules.ts';
import type { Item } from '../build/conversation.ts';
import { linkHash } from '../build/link.ts';
import { itemReading } from '../build/selectors.ts';
import { workbenchHash } from '../build/workbench.ts';
import { headerName, originOf } from '../views/treeRows.ts';
import { useFormat } from '../views/useFormat.ts';
import { usePlace } from '../views/usePlace.ts';
import { useRuleWords } from '../views/useRuleWords.ts';
import { BitLine } from './BitLine.tsx';
import { ByteLine } from './ByteLine.tsx';
import styles from './Example.module.css';
import { HeadLines } from './HeadLines.tsx';
import { keyOf, type PageId } from './kinds.ts';
import type { ReadExample } from './reading.ts';

interface ExampleViewProps {
  readonly page: PageId;
  readonly example: ReadExample | null;
}

/** Bytes that show the thing of a page, with the part that matters lit, and the ways to play with them. */
export function ExampleView({ page, example }: ExampleViewProps) {
  const { t, i18n } = useTranslation(['reference', 'views']);
  if (!example) {
    const key = `reference:page.noBytesSays.${keyOf(page)}`;
    return (
      <section className={styles.example}>
        <h2>{t('reference:page.noBytes')}</h2>
        {i18n.exists(key) && <p>{i18n.t(key as 'reference:page.noBytesSays.rule/bytes-missing')}</p>}
      </section>
    );
  }
  const { conversation, at } = example;
  return (
    <section className={styles.example}>
      <h2>{t('reference:page.bytes')}</h2>
      {conversation.items.map((item) => (
        <OneItem key={item.id} item={item} example={example} />
      ))}
      <Caption example={example} />
      {(page.kind === 'close' || page.kind === 'opcode') && <Forbidden example={example} />}
      <p className={`${styles.ways} no-print`}>
        <a href={workbenchHash(conversation)}>{t('reference:page.workbench')}</a>
        <a href={linkHash(conversation, at)}>{t('reference:page.builder')}</a>
      </p>
    </section>
  );
}

function OneItem({ item, example }: { readonly item: Item; readonly example: ReadExample }) {
  const { t } = useTranslation(['reference', 'views']);
  const offset = example.offsets.get(item.id) ?? 0;
  const light = example.lights.get(item.direction);
  const { part } = itemReading(example.conversation, item);
  return (
    <div className={styles.item} data-direction={item.direction}>
      <p className={styles.side}>
        {t('reference:page.sent', {
          side: t(`views:source.${item.direction}`),
          bytes: t('views:bytes', { count: item.bytes.length }),
        })}
      </p>
      {part?.kind === 'request' || part?.kind === 'response' ? (
        <HeadLines bytes={item.bytes} offset={offset} light={light} />
      ) : (
        <ByteLine item={item} example={example} offset={offset} light={light} />
      )}
      {item === conversationItem(example) && <BitLine item={item} example={example} offset={offset} />}
    </div>
  );
}

/** Some codes and opcodes show only in bytes that nobody may send: that is said where they stand. */
function Forbidden({ example: { item } }: { readonly example: ReadExample }) {
  const ruleWords = useRuleWords();
  const broken = item.issues.find(({ rule }) => RULES[rule].severity === 'error');
  return broken ? (
    <p className={styles.forbidden}>
      <span aria-hidden="true">✕</span> {ruleWords(broken, 'says')}
    </p>
  ) : null;
}

const conversationItem = ({ conversation, at }: ReadExample) => conversation.items[at];

/** What is lit, in words: its name, its value, where it is. */
function Caption({ example: { node, span } }: { readonly example: ReadExample }) {
  const { t } = useTranslation(['reference', 'fields']);
  const format = useFormat();
  const place = usePlace();
  if (!node) return null;
  const value = format(node, 24);
  const lit = span && endByte(span) > firstByte(span);
  return (
    <p className={styles.caption}>
      <strong>{headerName(node) ?? t(`fields:${node.field}.name`)}</strong>
      {value !== '' && <bdi className={styles.value}>{value}</bdi>}
      {lit && <span className={styles.soft}>{place(span)}</span>}
      {originOf(node) === 'computed' && <span className={styles.soft}>{t('reference:page.computed')}</span>}
      {!lit && originOf(node) !== 'computed' && <span className={styles.soft}>{t('reference:page.notLit')}</span>}
    </p>
  );
}
