import { useTranslation } from 'react-i18next';
import { useLabel } from '../../../components/lesson/labels.ts';
import { Notice } from '../../../components/stage/Notice.tsx';
import type { Cell } from '../../../components/stage/types.ts';
import { type AcceptRecipe, MISTAKE_IDS } from '../../../protocol/handshake/accept-mistakes.ts';
import { latin1 } from '../../../protocol/handshake/latin1.ts';
import { labels } from '../labels.ts';
import type { Focus } from '../scene.ts';
import { answerCells, cellsOf, hexOf } from './cells.ts';
import styles from './DoctorView.module.css';
import { columnsOf, Line } from './Line.tsx';

type DoctorFocus = Extract<Focus, { kind: 'doctor' }>;

const USUAL_LENGTH = 28;

/** A line that would be wider goes on below. */
const MOST_COLUMNS = 132;

/** Few faces draw pictures of these that can be read; a dot is what hex dumps show. */
const CONTROLS: Readonly<Record<string, string>> = { '\r': 'CR', '\n': 'LF', '\0': '·' };

/** What should be hashed and answered, and what this server did instead. */
export function DoctorView({ focus }: { readonly focus: DoctorFocus }) {
  const label = useLabel(labels);
  const { right, theirs, found } = focus;
  const rightCells = hashedCells('right', right, true);
  const wrongCells = theirs === null ? null : hashedCells('wrong', theirs, false);
  const room = columnsOf(wrongCells ?? rightCells, 'dense');
  const answer = found ?? '';
  const shared = { kind: 'plain', unit: 'dense', room: room <= MOST_COLUMNS ? room : 0 } as const;
  return (
    <div className={styles.doctor}>
      <div className={styles.pair}>
        <Line {...shared} label={label('doctor-hashed-right')} note={sizeOf(right)} cells={rightCells} />
        <Line
          {...shared}
          label={label('doctor-hashed-wrong')}
          note={theirs === null ? label('doctor-not-known') : sizeOf(theirs)}
          cells={
            wrongCells ??
            cellsOf(
              'wrong',
              rightCells.map(({ text }) => text),
              'empty',
              'plain',
            )
          }
        />
      </div>
      <div className={styles.pair}>
        <Line
          {...shared}
          label={label('doctor-answer-right')}
          note={way(right)}
          cells={cellsOf('right-answer', right.accept.split(''), 'done')}
        />
        <Line
          {...shared}
          label={label('doctor-answer-wrong')}
          note={theirs === null ? label('doctor-length', { count: found === null ? '?' : answer.length }) : way(theirs)}
          cells={
            found === null
              ? cellsOf('wrong-answer', new Array(USUAL_LENGTH).fill(''), 'empty', 'plain')
              : answerCells('wrong-answer', answer, right.accept)
          }
        />
      </div>
      <Diagnosis focus={focus} />
    </div>
  );

  function sizeOf({ hash, pieces }: AcceptRecipe): string {
    if (hash === null) return label('doctor-nothing');
    return label('doctor-size', { count: pieces.reduce((sum, { bytes }) => sum + bytes.length, 0) });
  }

  function way({ hash, writing }: AcceptRecipe): string {
    return hash === null ? label(`writing-${writing}`) : `${label(`hash-${hash}`)} → ${label(`writing-${writing}`)}`;
  }
}

/** Characters, or bytes in hex; what is not as it should be is marked. */
function hashedCells(id: string, { pieces }: AcceptRecipe, right: boolean): readonly Cell[] {
  let count = 0;
  return pieces.flatMap(({ bytes, of, odd }) => {
    const texts =
      of === 'nonce'
        ? hexOf(bytes)
        : latin1(bytes)
            .split('')
            .map((one) => CONTROLS[one] ?? one);
    return texts.map((text): Cell => {
      const cell = {
        id: `${id}-${count}`,
        text,
        role: of === 'key' || of === 'nonce' ? 'key' : 'plain',
        state: odd && !right ? 'wrong' : 'done',
      } as const;
      count += 1;
      return cell;
    });
  });
}

function Diagnosis({ focus }: { readonly focus: DoctorFocus }) {
  const label = useLabel(labels);
  const { t } = useTranslation('codes');
  const { verdict, input, found } = focus;
  switch (verdict.kind) {
    case 'mistake':
      return (
        <Notice kind="wrong">
          <strong>{t(`mistakes.${verdict.mistake}.did`)}</strong> {t(`mistakes.${verdict.mistake}.mend`)}
        </Notice>
      );
    case 'right':
      return input === 'mistake' ? (
        <Notice kind="info">{label('verdict-no-difference')}</Notice>
      ) : (
        <Notice kind="right">{label('verdict-healthy')}</Notice>
      );
    case 'unknown':
      return <Notice kind="info">{label(`clue-${verdict.clue}`)}</Notice>;
    case 'waiting':
      if (input === 'accept') return <Notice kind="info">{label('verdict-waiting')}</Notice>;
      return (
        <Notice kind="info">
          {found === null ? label('verdict-intro', { count: MISTAKE_IDS.length }) : label('verdict-asked')}
        </Notice>
      );
  }
}
