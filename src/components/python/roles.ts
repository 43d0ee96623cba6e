import { headerSize, lengthFormOf } from '../../protocol/frame/length.ts';
import type { ColourRole } from '../../protocol/model/fields.ts';

/** What each byte of a client's frames is for, so that it has the colour it has everywhere on this site. */
export function rolesOf(
  data: Uint8Array,
  frames: readonly { readonly start: number; readonly used: number }[],
  at: number,
): readonly ColourRole[] {
  const roles: ColourRole[] = Array.from({ length: data.length }, () => 'plain');
  // The last one may be cut, or broken.
  for (const { start, used } of [...frames, { start: at, used: data.length - at }]) {
    const byte1 = data[start + 1] ?? 0;
    const form = lengthFormOf(byte1);
    const key = start + headerSize(form, false);
    const payload = start + headerSize(form, byte1 > 127);
    for (let i = start; i < Math.min(start + used, data.length); i += 1) {
      roles[i] = i === start ? 'control' : i < key ? 'length' : i < payload ? 'mask' : 'payload';
    }
  }
  return roles;
}
