import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';

interface CopyButtonProps {
  /** What to copy; a function is called when the button is pressed. */
  readonly text: string | (() => string | Promise<string>);
  readonly label: string;
  readonly className?: string;
}

const SHOWN_MS = 2000;

/** Copies text and says whether it worked: pages not served safely may not write to the clipboard. */
export function CopyButton({ text, label, className }: CopyButtonProps) {
  const { t } = useTranslation('views');
  const [state, setState] = useState<'idle' | 'done' | 'failed'>('idle');
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);

  const copy = async () => {
    const say = (outcome: 'done' | 'failed') => {
      setState(outcome);
      clearTimeout(timer.current);
      timer.current = setTimeout(() => setState('idle'), SHOWN_MS);
    };
    try {
      await write(typeof text === 'function' ? await text() : text);
      say('done');
    } catch {
      say('failed');
    }
  };

  return (
    <button type="button" className={className} onClick={copy}>
      <span aria-live="polite">{state === 'idle' ? label : t(`copy.${state}`)}</span>
    </button>
  );
}

async function write(text: string): Promise<void> {
  if (navigator.clipboard) return navigator.clipboard.writeText(text);
  // Plain http on a school's network has no clipboard object; the old command still works there.
  const area = document.createElement('textarea');
  area.value = text;
  area.setAttribute('aria-hidden', 'true');
  area.style.cssText = 'position:fixed;inset-block-start:0;opacity:0';
  const before = document.activeElement;
  document.body.append(area);
  area.select();
  const done = document.execCommand('copy');
  area.remove();
  if (before instanceof HTMLElement) before.focus();
  if (!done) throw new Error('copy refused');
}
