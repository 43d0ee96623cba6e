import { useEffect } from 'react';

/** The workbench is fetched when there is something for it. */
export async function bringText(text: string): Promise<void> {
  (await import('../decode/open.ts')).openText(text);
}

export async function bringFile(file: File): Promise<void> {
  await (await import('../decode/open.ts')).openFile(file);
}

function takesText(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA)$/.test(target.tagName));
}

/** Text pasted outside of any box, and files pasted or dropped anywhere, go to the workbench. */
export function usePasteAnywhere(): void {
  useEffect(() => {
    const onPaste = (event: ClipboardEvent) => {
      if (takesText(event.target) || !event.clipboardData) return;
      const text = event.clipboardData.getData('text/plain');
      const [file] = event.clipboardData.files;
      if (text !== '') bringText(text);
      else if (file) bringFile(file);
    };
    const onDrag = (event: DragEvent) => {
      if (event.dataTransfer?.types.includes('Files')) event.preventDefault();
    };
    const onDrop = (event: DragEvent) => {
      const file = event.dataTransfer?.files[0];
      if (!file) return;
      event.preventDefault();
      bringFile(file);
    };
    document.addEventListener('paste', onPaste);
    document.addEventListener('dragover', onDrag);
    document.addEventListener('drop', onDrop);
    return () => {
      document.removeEventListener('paste', onPaste);
      document.removeEventListener('dragover', onDrag);
      document.removeEventListener('drop', onDrop);
    };
  }, []);
}
