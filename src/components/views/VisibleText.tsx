import { visiblePieces } from './text.ts';
import styles from './VisibleText.module.css';

/** Text from the wire: isolated from the text around it, with stand-ins for what cannot be seen. */
export function VisibleText({ text }: { readonly text: string }) {
  const pieces = visiblePieces(text);
  return (
    <bdi className={styles.text}>
      {pieces.map((piece, i) =>
        piece.made ? (
          // biome-ignore lint/suspicious/noArrayIndexKey: pieces have no identity but their place
          <span key={i} className={styles.made}>
            {piece.text}
          </span>
        ) : (
          piece.text
        ),
      )}
    </bdi>
  );
}
