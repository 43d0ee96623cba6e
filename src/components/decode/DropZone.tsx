import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import styles from './DropZone.module.css';
import { openFile, openText } from './open.ts';

const wanted = (event: DragEvent) =>
  event.dataTransfer?.types.some((type) => type === 'Files' || type === 'text/plain') ?? false;

/** Takes a file, or text, dropped anywhere on the page, and shows that it will. */
export function DropZone() {
  const { t } = useTranslation('decode');
  const [over, setOver] = useState(false);

  useEffect(() => {
    // Enter and leave come for every element on the way.
    let depth = 0;
    const leave = () => {
      depth = 0;
      setOver(false);
    };
    const onEnter = (event: DragEvent) => {
      if (!wanted(event)) return;
      event.preventDefault();
      depth += 1;
      setOver(true);
    };
    const onLeave = () => {
      depth -= 1;
      if (depth <= 0) leave();
    };
    const onOver = (event: DragEvent) => {
      if (wanted(event)) event.preventDefault();
    };
    const onDrop = (event: DragEvent) => {
      leave();
      const [file] = event.dataTransfer?.files ?? [];
      const text = event.dataTransfer?.getData('text') ?? '';
      if (!file && text === '') return;
      event.preventDefault();
      if (file) void openFile(file);
      else openText(text);
    };
    const handlers = { dragenter: onEnter, dragleave: onLeave, dragover: onOver, drop: onDrop } as const;
    for (const [type, handler] of Object.entries(handlers)) document.addEventListener(type, handler as EventListener);
    return () => {
      for (const [type, handler] of Object.entries(handlers)) {
        document.removeEventListener(type, handler as EventListener);
      }
    };
  }, []);

  return over ? (
    <div className={styles.over}>
      <p>{t('drop')}</p>
    </div>
  ) : null;
}
