import { useTranslation } from 'react-i18next';
import { type Peer, RULES, type RuleId } from '../../protocol/model/rules.ts';
import styles from './Entry.module.css';
import { Reaction } from './Facts.tsx';
import { PageLink } from './PageLink.tsx';

interface RuleTableProps {
  readonly rules: readonly RuleId[];
  readonly title: string;
}

/** More would leave the screen; the rest is one click away. */
const ROWS = 5;

/** The rules that guard something, what a strict receiver does about each, and who is known to act on it. */
export function RuleTable({ rules, title }: RuleTableProps) {
  const { t } = useTranslation(['reference', 'codes']);
  if (rules.length === 0) return null;
  const peers = (list: readonly Peer[]) =>
    list.length === 0 ? '–' : list.map((peer) => t(`codes:peers.${peer}`).replace(/\s*[（(].*/, '')).join(', ');
  // One more is no reason for a fold.
  const rows = rules.length === ROWS + 1 ? rules : rules.slice(0, ROWS);
  const rest = rules.slice(rows.length);
  return (
    <section className={styles.rules}>
      <h2>{title}</h2>
      <table>
        <thead>
          <tr>
            <th scope="col">{t('reference:kinds.rule.one')}</th>
            <th scope="col">{t('reference:page.reaction')}</th>
            <th scope="col">{t('reference:page.enforced')}</th>
            <th scope="col">{t('reference:page.ignored')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((rule) => (
            <tr key={rule} data-severity={RULES[rule].severity}>
              <th scope="row">
                <PageLink page={{ kind: 'rule', id: rule }} />
              </th>
              <td>
                <Reaction rule={rule} />
              </td>
              <td>{peers(RULES[rule].enforcedBy)}</td>
              <td>{peers(RULES[rule].ignoredBy)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {rest.length > 0 && (
        <details className={styles.rest}>
          <summary>{t('reference:page.more', { count: rest.length })}</summary>
          <ul>
            {rest.map((rule) => (
              <li key={rule}>
                <PageLink page={{ kind: 'rule', id: rule }} />
              </li>
            ))}
          </ul>
        </details>
      )}
    </section>
  );
}
