import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { headerEntry } from '../../protocol/model/headers.ts';
import type { OpcodeName } from '../../protocol/model/opcodes.ts';
import { type Peer, RULES, type RuleId } from '../../protocol/model/rules.ts';
import { SectionLink } from '../views/SectionLink.tsx';
import styles from './Entry.module.css';
import { dateOf, historyOf, rangeOfTexts, sectionsOf, unmeasured, webOf } from './facts.ts';
import type { PageId } from './kinds.ts';
import { pageHref } from './link.ts';
import { sinceOf } from './since.ts';
import { useSay } from './useSay.ts';
import { wordsOf } from './words.ts';

/** What can be said of it in a word: where it is written, since when, who cares. */
export function Facts({ page }: { readonly page: PageId }) {
  const { t } = useTranslation('reference');
  const say = useSay();
  const { kind, id } = page;
  const sections = sectionsOf(page);
  const since = sinceOf(page);
  return (
    <dl className={styles.facts} aria-label={t('page.facts')}>
      {kind === 'draft' && <Text id={id} />}
      {kind === 'rule' && <RuleFacts rule={id as RuleId} />}
      {kind === 'opcode' && <Fact name={t('page.web')}>{t(`opcodes.${id as OpcodeName}.page`)}</Fact>}
      {kind === 'close' && <Fact name={t('page.web')}>{t(`page.${webOf(id)}`)}</Fact>}
      {kind === 'header' && <HeaderFacts id={id} />}
      {since !== undefined && (
        <Fact name={t('page.since')}>
          {since === null ? (
            t('page.sinceHttp')
          ) : (
            <a href={pageHref({ kind: 'draft', id: since })}>
              {t('page.sinceDraft', { draft: wordsOf({ kind: 'draft', id: since }, say).title, date: dateOf(since) })}
            </a>
          )}
        </Fact>
      )}
      {sections.length > 0 && (
        <Fact name={t('page.section')}>
          <span className={styles.related}>
            {sections.map((section) => (
              <SectionLink key={section} section={section} />
            ))}
          </span>
        </Fact>
      )}
    </dl>
  );
}

function Fact({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

/** Who is known to act on a rule, and who to let it pass. Silence means not measured. */
function RuleFacts({ rule }: { readonly rule: RuleId }) {
  const { t } = useTranslation(['reference', 'codes']);
  const { severity, enforcedBy, ignoredBy } = RULES[rule];
  const peers = (list: readonly Peer[]) =>
    list.length === 0 ? t('reference:page.nobody') : list.map((peer) => t(`codes:peers.${peer}`)).join(' · ');
  const rest = unmeasured(rule);
  return (
    <>
      <Fact name={t('reference:page.severity')}>
        {t('reference:page.severityOf', {
          name: t(`codes:severity.${severity}.name`),
          says: t(`codes:severity.${severity}.blurb`),
        })}
      </Fact>
      <Fact name={t('reference:page.reaction')}>
        <Reaction rule={rule} whole />
      </Fact>
      <Fact name={t('reference:page.enforced')}>{peers(enforcedBy)}</Fact>
      <Fact name={t('reference:page.ignored')}>{peers(ignoredBy)}</Fact>
      {rest.length > 0 && <Fact name={t('reference:page.unmeasured')}>{peers(rest)}</Fact>}
    </>
  );
}

/** What a strict receiver does: in a word, or in a sentence. */
export function Reaction({ rule, whole = false }: { readonly rule: RuleId; readonly whole?: boolean }) {
  const { t } = useTranslation('codes');
  const { reaction } = RULES[rule];
  const what = whole ? 'blurb' : 'name';
  switch (reaction.kind) {
    case 'close':
      return t(`reactions.close.${what}`, { code: String(reaction.code) });
    case 'refuse':
      return t(`reactions.refuse.${what}`, { status: String(reaction.status) });
    default:
      return t(`reactions.${reaction.kind}.${what}`);
  }
}

function HeaderFacts({ id }: { readonly id: string }) {
  const { t } = useTranslation('reference');
  const say = useSay();
  const entry = headerEntry(id);
  if (!entry) return null;
  const texts = (side: 'request' | 'response') => {
    const range = rangeOfTexts(entry[side]);
    if (!range) return t('page.never');
    const [first, last] = range.map((draft) => wordsOf({ kind: 'draft', id: draft }, say).title);
    return first === last ? first : t('page.texts', { first: String(first), last: String(last) });
  };
  return (
    <>
      <Fact name={t('page.request')}>{texts('request')}</Fact>
      <Fact name={t('page.response')}>{texts('response')}</Fact>
    </>
  );
}

function Text({ id }: { readonly id: string }) {
  const { t } = useTranslation('reference');
  const history = historyOf(id);
  return (
    <>
      <Fact name={t('page.date')}>{dateOf(id)}</Fact>
      {history && (
        <>
          <Fact name={t('page.version')}>
            <code>
              {history.version !== null
                ? `Sec-WebSocket-Version: ${history.version}`
                : history.draftHeader !== null
                  ? `Sec-WebSocket-Draft: ${history.draftHeader}`
                  : t('page.noVersion')}
            </code>
          </Fact>
          <Fact name={t('page.framing')}>{t(`framing.${history.framing}`)}</Fact>
          <Fact name={t('page.proof')}>{t(`proof.${history.proof}`)}</Fact>
        </>
      )}
    </>
  );
}
