import { useLabel } from '../../../components/lesson/labels.ts';
import { Part } from '../../../components/stage/Part.tsx';
import { grouped } from '../../../components/views/format.ts';
import { BITS, bitsPlace, CLIENTS, clientsPlace, lineOf } from '../chart.ts';
import { bitsText, countText } from '../format.ts';
import { labels } from '../labels.ts';
import type { ClientsScene } from '../scene.ts';
import styles from './Clients.module.css';

const POWERS = Array.from({ length: CLIENTS.most - CLIENTS.least + 1 }, (_, i) => CLIENTS.least + i);
/** Lines across: what a link carries. */
const LINKS = [3, 6, 9] as const;
const LINK_TEXTS = { 3: '1 kbit/s', 6: '1 Mbit/s', 9: '1 Gbit/s' } as const;

/** Traffic against clients on logarithmic scales; the same for the chosen number as a table, where it is read out. */
export function ClientsView({ scene }: { readonly scene: ClientsScene }) {
  const label = useLabel(labels);
  const { rows, clients, lit } = scene;
  const here = clientsPlace(clients);
  const linkPlace = (power: number) => 100 - ((power - BITS.least) / (BITS.most - BITS.least)) * 100;
  return (
    <div className={styles.both}>
      <Part label={label('chart')}>
        <div className={styles.chart} aria-hidden="true">
          {LINKS.map((power) => (
            <span key={power} className={styles.link} style={{ insetBlockStart: `${linkPlace(power)}%` }}>
              {LINK_TEXTS[power]}
            </span>
          ))}
          <svg className={styles.plot} aria-hidden="true">
            {LINKS.map((power) => (
              <line
                key={power}
                className={styles.grid}
                x1="0"
                x2="100%"
                y1={`${linkPlace(power)}%`}
                y2={`${linkPlace(power)}%`}
              />
            ))}
            <line className={styles.here} x1={`${here}%`} x2={`${here}%`} y1="0" y2="100%" />
            {rows.map(({ method, each, bytes }) => {
              const line = lineOf(each);
              const place = bitsPlace(bytes);
              return (
                <g key={method} data-method={method} className={styles.method}>
                  {line && (
                    <line x1={`${line.x1}%`} y1={`${100 - line.y1}%`} x2={`${line.x2}%`} y2={`${100 - line.y2}%`} />
                  )}
                  {place !== null && <circle cx={`${here}%`} cy={`${100 - place}%`} r="5" />}
                </g>
              );
            })}
          </svg>
          <ol className={styles.powers} data-unit={label('chart-clients')}>
            {POWERS.map((power) => (
              <li
                key={power}
                style={{ insetInlineStart: `${clientsPlace(10 ** power)}%` }}
                data-odd={power % 2 === 1 || undefined}
              >
                {grouped(10 ** power)}
              </li>
            ))}
          </ol>
        </div>
      </Part>
      <table className={styles.rows}>
        <thead>
          <tr>
            <th scope="col">
              {clients === 1 ? label('chart-one') : label('chart-here', { clients: grouped(clients) })}
            </th>
            <th scope="col">{label('row-requests')}</th>
            <th scope="col" data-lit={lit === 'bytes' || undefined}>
              {label('row-bytes')}
            </th>
            <th scope="col" data-lit={lit === 'held' || undefined}>
              {label('row-held')}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ method, requests, bytes, held }) => (
            <tr key={method}>
              <th scope="row">
                <svg className={styles.sample} viewBox="0 0 28 8" aria-hidden="true">
                  <g data-method={method} className={styles.method}>
                    <line x1="0" x2="28" y1="4" y2="4" />
                  </g>
                </svg>
                {label(`method-${method}`)}
              </th>
              <td>{countText(requests)}</td>
              <td data-lit={lit === 'bytes' || undefined}>{bitsText(bytes)}</td>
              <td data-lit={lit === 'held' || undefined}>{countText(Math.round(held))}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
