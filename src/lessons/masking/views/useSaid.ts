import { useLabel } from '../../../components/lesson/labels.ts';
import { labels } from '../labels.ts';
import type { Said } from '../scene.ts';

/** Words of the labels, in the language of the page. */
export function useSaid(): (said: Said) => string {
  const label = useLabel(labels);
  return ({ label: id, values }) => label(id, values);
}
