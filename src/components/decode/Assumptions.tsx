import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { toHex } from '../../protocol/bytes/hex.ts';
import { DIRECTIONS, type Direction } from '../../protocol/bytes/span.ts';
import type { Assumptions as Assumed, Choice } from '../../protocol/connection/model.ts';
import { assumedDeflate, isAnswer } from '../../protocol/handshake/extensions.ts';
import { DIALECT_IDS, DIALECTS, type DialectId } from '../../protocol/model/drafts.ts';
import type { FormId } from '../../protocol/text/reading.ts';
import { useWorkbench } from '../state/workbench.ts';
import styles from './Assumptions.module.css';
import { Compression, CompressionDetails } from './Compression.tsx';
import { Entry } from './Entry.tsx';
import { isHeaderValue, keyOf, wholeNumber } from './entries.ts';
import { Reasons } from './Reasons.tsx';
import type { Opened } from './selectors.ts';
import { useInputWords } from './useInputWords.ts';

interface AssumptionsProps {
  readonly opened: Opened;
  readonly form: FormId | null;
  readonly assumptions: Assumed;
}

const NOBODY: Choice<Direction> = { value: 'client-to-server', certainty: 'guess', reasons: [] };

/** What is assumed about the bytes: each with its certainty and reason, flipped with one click, and given back with another. */
export function Assumptions({ opened, form, assumptions }: AssumptionsProps) {
  const { t } = useTranslation(['decode', 'codes']);
  const assume = useWorkbench((state) => state.assume);
  const { connection, streams } = opened;
  const { directions } = connection;
  const sender = streams[0]?.sender ?? NOBODY;
  const stated = streams.length > 1 && assumptions.direction === undefined;
  const name = useId();
  return (
    <section className={styles.assumptions} aria-label={t('assume.label')}>
      <fieldset className={styles.row}>
        <legend className="unseen">{t('assume.sender')}</legend>
        {stated ? (
          <span className={styles.value}>{t('assume.both')}</span>
        ) : (
          <span className={styles.segments}>
            {DIRECTIONS.map((direction) => (
              <label key={direction} className={styles.segment}>
                <input
                  type="radio"
                  name={name}
                  checked={sender.value === direction}
                  onChange={() => assume({ direction })}
                />
                {t(`assume.${direction}`)}
              </label>
            ))}
          </span>
        )}
        <Why choice={sender} back={assumptions.direction !== undefined && (() => assume({ direction: undefined }))} />
      </fieldset>
      <div className={styles.row}>
        <label className="unseen" htmlFor={`${name}-dialect`}>
          {t('assume.dialect')}
        </label>
        <select
          id={`${name}-dialect`}
          className={styles.select}
          value={connection.dialect.value}
          onChange={(event) => assume({ dialect: event.target.value as DialectId })}
        >
          {DIALECT_IDS.map((id) => (
            <option key={id} value={id}>
              {t(`codes:dialects.${id}.name`)}
            </option>
          ))}
        </select>
        <Why
          choice={connection.dialect}
          back={assumptions.dialect !== undefined && (() => assume({ dialect: undefined }))}
        />
      </div>
      {matters(connection.compression) && (
        <div className={`${styles.row} ${styles.across}`}>
          <Compression value={connection.compression.value} />
          <Why
            choice={connection.compression}
            back={assumptions.extensions !== undefined && (() => assume({ extensions: undefined }))}
          />
        </div>
      )}
      {DIRECTIONS.filter((direction) => isFound(directions[direction].firstFrame)).map((direction) => (
        <div key={direction} className={`${styles.row} ${styles.wide}`}>
          <span>{t('assume.found', { at: `${directions[direction].firstFrame.value}` })}</span>
          <Why choice={directions[direction].firstFrame} back={false} />
        </div>
      ))}
      <More opened={opened} form={form} assumptions={assumptions} />
    </section>
  );
}

interface WhyProps {
  readonly choice: Choice<unknown>;
  readonly back: false | (() => void);
}

/** Where it is not certain: how sure, and why; or the way back to the guess. What is certain says why when asked. */
function Why({ choice, back }: WhyProps) {
  const { t } = useTranslation(['decode', 'codes']);
  const words = useInputWords();
  if (choice.certainty === 'certain' && !back) return null;
  const reasons = choice.reasons.map((reason) => words.reason(reason)).join(' · ');
  return (
    <span className={styles.why}>
      <span className={styles.certainty} data-certainty={choice.certainty}>
        {t(`codes:certainty.${choice.certainty}.name`)}
      </span>
      {back ? (
        <button type="button" className={styles.back} onClick={back}>
          {t('assume.back')}
        </button>
      ) : (
        reasons && <span>{reasons}</span>
      )}
    </span>
  );
}

/** Worth a line where it is not settled and some message is marked as compressed, or somebody has settled it. */
const matters = ({ value, certainty, reasons }: Choice<unknown>) =>
  certainty !== 'certain' &&
  (value !== null || certainty === 'assumed' || reasons.includes('compression-does-not-inflate'));

/** Frames were searched for and found, not simply begun at the beginning: worth seeing without being asked for. */
const isFound = ({ reasons }: Choice<number>) => reasons.includes('starts-resynchronised');

/** What is rarely needed: closed until one of them is in force. */
function More({ opened, form, assumptions }: AssumptionsProps) {
  const { t } = useTranslation('decode');
  const assume = useWorkbench((state) => state.assume);
  const { firstFrame, midStream, extensions, maxMessageBytes, connectionKey } = assumptions;
  const [open, setOpen] = useState(false);
  const id = useId();
  const { directions, compression } = opened.connection;
  // What was just chosen shows at once, even while a long capture is being read anew.
  const agreed = extensions === undefined ? compression.value : assumedDeflate(extensions);
  const inForce = [firstFrame, midStream, extensions, maxMessageBytes, connectionKey].some(
    (value) => value !== undefined,
  );
  const first = (direction: Direction, text: string) => {
    const offset = wholeNumber(text);
    const { [direction]: _, ...others } = firstFrame ?? {};
    const next = offset === null ? others : { ...others, [direction]: offset };
    assume({ firstFrame: Object.keys(next).length > 0 ? next : undefined });
  };
  return (
    <details className={styles.more} open={open || inForce} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{t('assume.more')}</summary>
      <div className={styles.fields}>
        <Reasons opened={opened} form={form} />
        {DIRECTIONS.filter((direction) => directions[direction].source.length > 0).map((direction) => (
          <Entry
            key={direction}
            label={t(`assume.first.${direction}`)}
            help={t('assume.first.help')}
            value={firstFrame?.[direction]?.toString() ?? ''}
            placeholder={`${directions[direction].firstFrame.value}`}
            numeric
            valid={(text) => text === '' || wholeNumber(text) !== null}
            onCommit={(text) => first(direction, text)}
          />
        ))}
        <div className={styles.entry}>
          <label className={styles.check}>
            <input
              type="checkbox"
              checked={midStream ?? false}
              aria-describedby={`${id}-mid`}
              onChange={(event) => assume({ midStream: event.target.checked || undefined })}
            />
            {t('assume.midStream')}
          </label>
          <span id={`${id}-mid`} className={styles.help}>
            {t('assume.midStreamHelp')}
          </span>
        </div>
        {DIALECTS[opened.connection.dialect.value].framing === 'hybi-04' && (
          <Entry
            label={t('assume.connectionKey')}
            help={t('assume.connectionKeyHelp')}
            value={connectionKey ? toHex(connectionKey) : ''}
            placeholder={toHex(opened.connection.connectionKey ?? new Uint8Array(0))}
            valid={(text) => text === '' || keyOf(text) !== null}
            onCommit={(text) => assume({ connectionKey: keyOf(text) ?? undefined })}
          />
        )}
        {agreed && <CompressionDetails value={agreed} />}
        <Entry
          label={t('assume.extensions')}
          help={t('assume.extensionsHelp')}
          value={extensions ?? ''}
          placeholder="permessage-deflate"
          valid={(text) => text === '' || (isHeaderValue(text) && isAnswer(text))}
          onCommit={(text) => assume({ extensions: text === '' ? undefined : text })}
        />
        <Entry
          label={t('assume.max')}
          help={t('assume.maxHelp')}
          value={maxMessageBytes?.toString() ?? ''}
          placeholder={t('assume.noLimit')}
          numeric
          valid={(text) => text === '' || (wholeNumber(text) ?? 0) > 0}
          onCommit={(text) => assume({ maxMessageBytes: wholeNumber(text) ?? undefined })}
        />
      </div>
    </details>
  );
}
