import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { BREAKABLE, type BreakableRule, broken } from '../../protocol/connection/broken.ts';
import { BREAKABLE_HANDSHAKES, type BreakableHandshakeRule, brokenHandshake } from '../../protocol/handshake/broken.ts';
import { RULES, type RuleId } from '../../protocol/model/rules.ts';
import { Dialog } from '../views/Dialog.tsx';
import { type Conversation, conversationOf } from './conversation.ts';
import styles from './Presets.module.css';
import { useBuilder } from './store.ts';

const random = (count: number) => crypto.getRandomValues(new Uint8Array(count));

/** Every rule that can be broken here; choosing one puts the smallest conversation that breaks it on the page. */
export function Presets({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation(['build', 'rules']);
  const [wanted, setWanted] = useState('');
  const open = useBuilder((state) => state.open);
  const groups = useMemo(() => {
    const words = wanted.trim().toLocaleLowerCase();
    const fits = (rule: RuleId) => `${t(`rules:${rule}.title`)} ${rule}`.toLocaleLowerCase().includes(words);
    return [
      { id: 'frames', rules: BREAKABLE.filter(fits) },
      { id: 'handshakes', rules: BREAKABLE_HANDSHAKES.filter(fits) },
    ] as const;
  }, [wanted, t]);
  const choose = (conversation: Conversation, index: number) => {
    open(conversation, index);
    onClose();
  };
  return (
    <Dialog title={t('build:presets.title')} onClose={onClose}>
      <p className={styles.says}>{t('build:presets.says')}</p>
      <label className={styles.search}>
        {t('build:presets.search')}
        <input type="text" value={wanted} onChange={(event) => setWanted(event.target.value)} />
      </label>
      {groups.map(({ id, rules }) =>
        rules.length === 0 ? null : (
          <section key={id} aria-label={t(`build:presets.${id}`)}>
            <h3 className={styles.heading}>{t(`build:presets.${id}`)}</h3>
            <ul className={styles.list}>
              {rules.map((rule) => (
                <li key={rule}>
                  <button
                    type="button"
                    className={styles.rule}
                    onClick={() => {
                      const made = isFrameRule(rule) ? brokenFrames(rule) : brokenHeads(rule);
                      choose(made, made.items.length - 1);
                    }}
                  >
                    <span>{t(`rules:${rule}.title`)}</span>
                    <span className={styles.reaction} data-severity={RULES[rule].severity}>
                      <Reaction rule={rule} />
                    </span>
                  </button>
                </li>
              ))}
            </ul>
          </section>
        ),
      )}
      {groups.every(({ rules }) => rules.length === 0) && <p>{t('build:presets.none')}</p>}
    </Dialog>
  );
}

function isFrameRule(rule: BreakableRule | BreakableHandshakeRule): rule is BreakableRule {
  return (BREAKABLE as readonly string[]).includes(rule);
}

function brokenFrames(rule: BreakableRule): Conversation {
  const { items, assumptions } = broken(rule);
  return conversationOf(items, assumptions);
}

function brokenHeads(rule: BreakableHandshakeRule): Conversation {
  const { request, response } = brokenHandshake(rule, random);
  return conversationOf([
    { direction: 'client-to-server', bytes: request },
    ...(response ? [{ direction: 'server-to-client', bytes: response } as const] : []),
  ]);
}

/** What a strict receiver does about it, in a word. */
function Reaction({ rule }: { readonly rule: RuleId }) {
  const { t } = useTranslation('build');
  const { reaction, severity } = RULES[rule];
  switch (reaction.kind) {
    case 'close':
      return t('presets.close', { code: String(reaction.code) });
    case 'refuse':
      return t('presets.refuse', { status: String(reaction.status) });
    case 'abort':
      return t('presets.abort');
    case 'carry-on':
      return t(`presets.${severity === 'error' ? 'warning' : severity}`);
  }
}
