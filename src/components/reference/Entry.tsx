import { useTranslation } from 'react-i18next';
import { RULES, type RuleId } from '../../protocol/model/rules.ts';
import { headKind } from '../build/heads.ts';
import { useCourse } from '../lesson/course.ts';
import { useRuleWords } from '../views/useRuleWords.ts';
import type { Language } from '../words/languages.ts';
import { guardsOf, relatedTo } from './about.ts';
import styles from './Entry.module.css';
import { ExampleView } from './ExampleView.tsx';
import { Facts } from './Facts.tsx';
import { historyOf } from './facts.ts';
import { codeOf, keyOf, neighbours, type PageId } from './kinds.ts';
import { stepOf } from './lessons.ts';
import { pageHref } from './link.ts';
import { PageLink } from './PageLink.tsx';
import { RuleTable } from './RuleTable.tsx';
import { type ReadExample, readExampleOf } from './reading.ts';
import { useSay } from './useSay.ts';
import { fullTitle, wordsOf } from './words.ts';

/** One thing of the protocol: what it is, why, the bytes that show it, who cares, and where to go on. */
export function Entry({ page }: { readonly page: PageId }) {
  const { t } = useTranslation('reference');
  const say = useSay();
  const ruleWords = useRuleWords();
  const { kind, id } = page;
  const { title, what, why } = wordsOf(page, say);
  const code = codeOf(page);
  const example = readExampleOf(page);
  const breaks = example?.issue ? ruleWords(example.issue, 'says') : null;
  const rules = guardsOf(page);
  const related = relatedTo(page);
  return (
    <article className={styles.entry} data-page={keyOf(page)} data-kind={kind} data-facts={factsOf(page, example)}>
      <header className={styles.head}>
        <p className={`${styles.crumbs} no-print`}>
          <a href="#/reference">{t('title')}</a> <span aria-hidden="true">›</span> {t(`kinds.${kind}.one`)}
        </p>
        <h1>
          {code !== null && <span className={styles.code}>{code}</span>}
          <span>{title}</span>
        </h1>
        {kind === 'rule' && <code className={styles.id}>{id}</code>}
        {kind === 'misconception' && <p className={styles.claim}>{t('page.claim')}</p>}
        <Neighbours page={page} />
      </header>
      <div className={styles.words}>
        {kind === 'rule' ? (
          breaks !== null && <Said title={t('page.breaks')} says={breaks} />
        ) : (
          <Said title={t(kind === 'misconception' ? 'page.fact' : 'page.what')} says={what} />
        )}
        <Said title={t(kind === 'misconception' ? 'page.believed' : 'page.why')} says={why} />
      </div>
      <div className={styles.shown}>
        <ExampleView page={page} example={example} />
        {kind !== 'rule' && (
          <RuleTable
            rules={rules}
            title={rules.every((rule) => endsWith(rule, page)) ? t('page.answers') : t('page.rules')}
          />
        )}
      </div>
      {kind === 'draft' && <Changes id={id} />}
      <div className={styles.about}>
        <Facts page={page} />
        <Onward page={page} related={related} />
      </div>
    </article>
  );
}

/** Changes of a text beside which its facts find room. */
const FEW_CHANGES = 5;

/** Where the facts stand: below all, over the whole width, where the words are long and the bytes few, or beside them. */
function factsOf({ kind, id }: PageId, example: ReadExample | null): 'below' | 'beside' {
  if (kind === 'draft') return (historyOf(id)?.changes.length ?? 0) > FEW_CHANGES ? 'below' : 'beside';
  const heads = example?.conversation.items.some(({ bytes }) => headKind(bytes) !== null) ?? false;
  return kind === 'rule' && !heads ? 'below' : 'beside';
}

/** Whether breaking the rule ends a connection with this very close code. 1006, for one, is forbidden by a rule that ends in 1002. */
function endsWith(rule: RuleId, { kind, id }: PageId): boolean {
  const { reaction } = RULES[rule];
  return kind === 'close' && reaction.kind === 'close' && String(reaction.code) === id;
}

function Said({ title, says }: { readonly title: string; readonly says: string | null }) {
  if (says === null) return null;
  return (
    <section>
      <h2>{title}</h2>
      <p>{says}</p>
    </section>
  );
}

/** The entries before and after, of the same kind. */
function Neighbours({ page }: { readonly page: PageId }) {
  const { t } = useTranslation('reference');
  const say = useSay();
  const { before, after } = neighbours(page);
  return (
    <nav className={`${styles.neighbours} no-print`} aria-label={t('page.nav')}>
      {before && (
        <a href={pageHref(before)} rel="prev" aria-label={`${t('page.before')}: ${fullTitle(before, say)}`}>
          <span aria-hidden="true">←</span> <span>{fullTitle(before, say)}</span>
        </a>
      )}
      {after && (
        <a href={pageHref(after)} rel="next" aria-label={`${t('page.after')}: ${fullTitle(after, say)}`}>
          <span>{fullTitle(after, say)}</span> <span aria-hidden="true">→</span>
        </a>
      )}
    </nav>
  );
}

/** What a text did against the one before it, and what for. */
function Changes({ id }: { readonly id: string }) {
  const { t } = useTranslation(['reference', 'drafts']);
  const history = historyOf(id);
  if (!history) return null;
  const { changes } = history;
  return (
    <section className={styles.changed}>
      <h2>{t('reference:page.changes')}</h2>
      {changes.length === 0 && <p>{t(id === 'hixie-75' ? 'reference:page.first' : 'reference:page.noChanges')}</p>}
      <ul className={styles.changes}>
        {changes.map((change) => (
          <li key={change}>
            <span>{t(`drafts:changes.${change}.what`)}</span>{' '}
            <span className={styles.soft}>{t(`drafts:changes.${change}.why`)}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** The step of the course where it is best seen, and what else to read. */
function Onward({ page, related }: { readonly page: PageId; readonly related: readonly PageId[] }) {
  const { t, i18n } = useTranslation('reference');
  const course = useCourse();
  const rules = page.kind === 'rule' ? guardsOf(page) : ([] as readonly RuleId[]);
  const place = stepOf(page, related);
  const lesson = course.find(({ id }) => id === place?.lesson);
  return (
    <dl className={styles.facts}>
      {place && lesson && (
        <div>
          <dt>{t('page.lesson')}</dt>
          <dd>
            <a href={`#/learn/${place.lesson}/${place.step}`}>
              {t('page.lessonLink', {
                number: lesson.about.number,
                title: lesson.about.title[i18n.language as Language],
              })}
            </a>
          </dd>
        </div>
      )}
      {related.length + rules.length > 0 && (
        <div>
          <dt>{t('page.related')}</dt>
          <dd className={styles.related}>
            {[...related, ...rules.map((id): PageId => ({ kind: 'rule', id }))].map((other) => (
              <PageLink key={keyOf(other)} page={other} kind />
            ))}
          </dd>
        </div>
      )}
    </dl>
  );
}
