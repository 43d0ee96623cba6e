import type { Cell, State } from '../../../components/stage/types.ts';
import { hexByte } from '../../../protocol/bytes/hex.ts';
import type { ColourRole } from '../../../protocol/model/fields.ts';

/** Cells of one kind, `id-0` and on. */
export function cellsOf(id: string, texts: readonly string[], state: State, role: ColourRole = 'key'): readonly Cell[] {
  return texts.map((text, index) => ({ id: `${id}-${index}`, text, state, role }));
}

/** Characters of an answer. Those that differ from the right one are marked, unless most do: then it is another hash. */
export function answerCells(id: string, answer: string, right: string): readonly Cell[] {
  const odd = oddPlaces(answer, right);
  return answer.split('').map((text, index) => {
    return { id: `${id}-${index}`, text, role: 'plain', state: odd.has(index) ? 'wrong' : 'done' };
  });
}

/** Places at which an answer that is nearly right differs; none where most differ. */
function oddPlaces(answer: string, right: string): ReadonlySet<number> {
  if (answer === `"${right}"`) return new Set([0, answer.length - 1]);
  const odd = answer.split('').flatMap((character, index) => (character === right.charAt(index) ? [] : [index]));
  // Letters that only became small are the same letters.
  const nearly = odd.length <= right.length / 4 || answer.toLowerCase() === right.toLowerCase();
  return new Set(nearly ? odd : []);
}

export function hexOf(bytes: Uint8Array): readonly string[] {
  return Array.from(bytes, hexByte);
}
