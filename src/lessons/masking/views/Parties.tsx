import { useLabel } from '../../../components/lesson/labels.ts';
import { List } from '../../../components/stage/List.tsx';
import { useStateWords } from '../../../components/stage/useStageWords.ts';
import { labels } from '../labels.ts';
import { PARTIES, type Party, type PartyEvent } from '../scene.ts';
import styles from './Parties.module.css';
import { useSaid } from './useSaid.ts';

interface PartiesProps {
  readonly strong: readonly Party[];
  readonly events: readonly PartyEvent[];
}

/** Five parties, time downwards. What goes past the proxy goes through it. */
export function Parties({ strong, events }: PartiesProps) {
  const label = useLabel(labels);
  return (
    <div className={styles.parties} data-aside>
      <List label={label('parties')} className={styles.heads}>
        {PARTIES.map((party) => (
          <li key={party} className={styles.head} data-strong={strong.includes(party) || undefined} data-party={party}>
            {label(`party-${party}`)}
          </li>
        ))}
      </List>
      <List label={label('parties')} className={styles.events}>
        {events.map((event) => (
          <Event key={event.id} event={event} />
        ))}
      </List>
    </div>
  );
}

function Event({ event: { id, from, to, kind, name, state } }: { readonly event: PartyEvent }) {
  const label = useLabel(labels);
  const said = useSaid();
  const words = useStateWords();
  const [a, b] = [PARTIES.indexOf(from), PARTIES.indexOf(to)];
  const text = said(name);
  const known = state !== 'empty' && state !== 'hidden';
  return (
    <li
      key={id}
      className={styles.event}
      style={{ '--from': Math.min(a, b), '--span': Math.abs(a - b) }}
      data-way={a < b ? 'right' : 'left'}
      data-kind={kind}
      data-state={state}
      aria-current={state === 'current' ? 'step' : undefined}
    >
      <span className="unseen">
        {known ? `${label(`party-${from}`)} → ${label(`party-${to}`)}: ${text}` : words.empty}
      </span>
      <span aria-hidden="true" className={styles.text}>
        {text}
      </span>
      <span aria-hidden="true" className={styles.arrow}>
        {a < b ? '▶' : '◀'}
      </span>
    </li>
  );
}
