import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { OPCODE } from '../../protocol/model/opcodes.ts';
import { withBytes } from './conversation.ts';
import styles from './Form.module.css';
import { bytesOf, type FrameFields, withContent } from './fields.ts';
import type { ItemReading } from './selectors.ts';
import { useBuilder } from './store.ts';

/** A message compressed (RFC 7692), or taken out of its compression. */
export function Compress({ reading, fields }: { readonly reading: ItemReading; readonly fields: FrameFields }) {
  const { t } = useTranslation('build');
  const change = useBuilder((state) => state.change);
  const [failed, setFailed] = useState<FrameFields | null>(null);
  const { item, connection } = reading;
  if (fields.opcode !== OPCODE.text && fields.opcode !== OPCODE.binary) return null;

  const put = (content: Uint8Array, rsv1: boolean) => {
    const bytes = bytesOf({ ...withContent(fields, content), rsv1 });
    change((conversation) => {
      const { assumptions } = conversation;
      // Without a handshake nobody has agreed on it; with one, that is for the handshake to say.
      const agreed = !rsv1 || connection.handshake.response !== null || connection.compression.value !== null;
      const assumed = agreed ? assumptions : { ...assumptions, extensions: 'permessage-deflate' };
      return withBytes({ ...conversation, assumptions: assumed }, item.id, bytes);
    });
  };
  const compress = async () => put((await import('./compressing.ts')).compressed(reading, fields.content), true);
  const inflate = async () => {
    const content = (await import('./compressing.ts')).inflated(reading, fields.content);
    if (content) put(content, false);
    else setFailed(fields);
  };
  return (
    <p className={styles.ways}>
      {fields.rsv1 ? (
        <button type="button" onClick={inflate}>
          {t('compress.inflate')}
        </button>
      ) : (
        <button type="button" onClick={compress}>
          {t('compress.do')}
        </button>
      )}
      {failed === fields && (
        <span role="alert" className={styles.problem}>
          {t('compress.failed')}
        </span>
      )}
    </p>
  );
}
