import { useEffect } from 'react';
import { openFile, openText } from './open.ts';

/** Takes what is pasted while nothing on the page could take it. */
export function usePasteAnywhere(): void {
  useEffect(() => {
    const onPaste = (event: ClipboardEvent) => {
      const { target, clipboardData } = event;
      if (event.defaultPrevented || !clipboardData) return;
      if (target instanceof Element && target.closest('input, textarea, [contenteditable], dialog')) return;
      const text = clipboardData.getData('text');
      const [file] = clipboardData.files;
      if (text !== '') openText(text);
      else if (file) void openFile(file);
      else return;
      event.preventDefault();
    };
    document.addEventListener('paste', onPaste);
    return () => document.removeEventListener('paste', onPaste);
  }, []);
}
