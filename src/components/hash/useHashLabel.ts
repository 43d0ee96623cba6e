import { useLabel } from '../lesson/labels.ts';
import { hashLabels } from './labels.ts';

/** The captions of these pictures in the language of the page. */
export function useHashLabel() {
  return useLabel(hashLabels);
}
