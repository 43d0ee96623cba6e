import { useLabel } from '../../../components/lesson/labels.ts';
import { labels } from '../labels.ts';
import axis from './Axis.module.css';
import styles from './Legend.module.css';

const LOOKS = ['request', 'answer', 'empty', 'waits', 'held'] as const;

/** What the lines mean. */
export function Legend({ sends }: { readonly sends: boolean }) {
  const label = useLabel(labels);
  const looks = sends ? ([...LOOKS, 'send'] as const) : LOOKS;
  return (
    <span className={styles.legend}>
      {looks.map((look) => (
        <span key={look} className={styles.entry}>
          <svg className={styles.sample} viewBox="0 0 28 16" aria-hidden="true">
            <Sample look={look} />
          </svg>
          {label(`legend-${look}`)}
        </span>
      ))}
    </span>
  );
}

function Sample({ look }: { readonly look: (typeof LOOKS)[number] | 'send' }) {
  switch (look) {
    case 'waits':
      return <line className={axis.waits} x1="2" x2="26" y1="8" y2="8" />;
    case 'held':
      return <rect className={axis.held} x="2" y="4" width="24" height="8" />;
    case 'send':
      return <rect className={axis.typed} x="9" y="3" width="10" height="10" />;
    default: {
      const up = look === 'request';
      const looks = { request: 'asks', answer: 'carries', empty: 'empty' } as const;
      return (
        <g data-look={looks[look]} className={axis.crossing}>
          <line x1="4" x2="24" y1={up ? 14 : 2} y2={up ? 3 : 13} />
          <circle cx="24" cy={up ? 3 : 13} r="2.6" />
        </g>
      );
    }
  }
}
