import type { ReactNode } from 'react';
import { addressOf } from '../state/address.ts';
import { CopyButton } from './CopyButton.tsx';
import styles from './LinkField.module.css';

interface LinkFieldProps {
  /** Fragment of the link. */
  readonly hash: string;
  /** Names of the box and of the button. */
  readonly label: string;
  readonly copy: string;
  /** Called when the link is copied. */
  readonly onCopy?: () => void;
  /** What changes the link: between the box and the button. */
  readonly children?: ReactNode;
}

/** A link of this site in a box, and a button that copies it. */
export function LinkField({ hash, label, copy, onCopy, children }: LinkFieldProps) {
  const link = addressOf(hash);
  return (
    <>
      <input
        className={styles.link}
        type="text"
        readOnly
        value={link}
        aria-label={label}
        onFocus={(event) => event.target.select()}
      />
      {children}
      <p>
        <CopyButton
          label={copy}
          text={() => {
            onCopy?.();
            return link;
          }}
        />
      </p>
    </>
  );
}
