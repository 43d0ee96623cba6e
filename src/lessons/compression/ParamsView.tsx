import { useLabel } from '../../components/lesson/labels.ts';
import { labels } from './labels.ts';
import styles from './ParamsView.module.css';

const PARAMS = [
  { name: 'server_no_context_takeover', side: 'server', means: 'means-forget' },
  { name: 'client_no_context_takeover', side: 'client', means: 'means-forget' },
  { name: 'server_max_window_bits', side: 'server', means: 'means-bits' },
  { name: 'client_max_window_bits', side: 'client', means: 'means-bits' },
] as const;

/** What each parameter is about. While it is asked, whom it binds stays open. */
export function ParamsView({ asking }: { readonly asking: boolean }) {
  const label = useLabel(labels);
  return (
    <table className={styles.table}>
      <caption>{label('params')}</caption>
      <thead>
        <tr>
          <th scope="col">{label('param-name')}</th>
          <th scope="col">{label('param-means')}</th>
          <th scope="col">{label('param-binds')}</th>
          <th scope="col">{label('param-way')}</th>
        </tr>
      </thead>
      <tbody>
        {PARAMS.map(({ name, side, means }) => (
          <tr key={name}>
            <th scope="row">
              <code>{name}</code>
            </th>
            <td>{label(means)}</td>
            <td>{asking ? '?' : label(`${side}-compressor`)}</td>
            <td>{asking ? '?' : label(side === 'server' ? 'way-down' : 'way-up')}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
