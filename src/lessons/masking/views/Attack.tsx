import { useLabel } from '../../../components/lesson/labels.ts';
import { Box } from '../../../components/stage/Box.tsx';
import { HttpText } from '../../../components/stage/HttpText.tsx';
import { Part } from '../../../components/stage/Part.tsx';
import { useStateWords } from '../../../components/stage/useStageWords.ts';
import { labels } from '../labels.ts';
import { type AttackScene, PARTIES } from '../scene.ts';
import styles from './Attack.module.css';
import { Bits } from './Bits.tsx';
import { Line, Remark } from './Line.tsx';
import { Parties } from './Parties.tsx';

/** Who sends what to whom, what the proxy makes of it, and the bytes. */
export function Attack({ scene }: { readonly scene: AttackScene }) {
  const label = useLabel(labels);
  const { strong, events, frame, roles } = scene;
  return (
    <div className={styles.attack}>
      <div className={styles.top}>
        <Parties strong={strong} events={events} />
        <ProxyView scene={scene} />
      </div>
      {roles && (
        <dl className={styles.roles}>
          {PARTIES.map((party) => (
            <div key={party} className={styles.role}>
              <dt>{label(`party-${party}`)}</dt>
              <dd>{label(`role-${party}`)}</dd>
            </div>
          ))}
        </dl>
      )}
      {frame && (
        <div className={styles.wire}>
          <Line line={frame} size="small" wide />
        </div>
      )}
    </div>
  );
}

function ProxyView({ scene }: { readonly scene: AttackScene }) {
  const label = useLabel(labels);
  const words = useStateWords();
  const { reading, cache, bits } = scene;
  const { name, lines, verdict } = reading;
  const known = cache.state === 'wrong' || cache.state === 'done';
  return (
    <div className={styles.proxy}>
      {bits ? (
        <Bits id="bits" look={bits} />
      ) : (
        <Part label={label(name)} kind="computed">
          <div className={styles.reading}>
            {lines.length > 0 && (
              <HttpText
                label={label(name)}
                lines={lines.map(({ id, text, end, state }) => ({
                  id,
                  pieces: [{ text }],
                  end,
                  state,
                }))}
              />
            )}
            <div className={styles.verdict}>{verdict && <Remark note={verdict} />}</div>
          </div>
        </Part>
      )}
      <Part label={label('cache-name')} kind="computed">
        <p className={styles.cache} data-state={cache.state}>
          {known ? (
            <>
              <Box text={cache.name} state={cache.state} words={words} shape="piece" />{' '}
              <span>{label('cache-script')}</span>
            </>
          ) : (
            <span>{label(cache.state === 'hidden' ? 'cache-asked' : 'cache-nothing')}</span>
          )}
        </p>
      </Part>
    </div>
  );
}
