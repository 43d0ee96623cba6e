/** The map of all close codes: which numbers there are, and who may use them. Taken from the engine's registry. */

import type { State } from '../../components/stage/types.ts';
import { CLOSE_CODES, type CloseCodeClass, closeCodeClass } from '../../protocol/model/close-codes.ts';
import { DIALECTS } from '../../protocol/model/drafts.ts';

export interface Region {
  readonly first: number;
  readonly last: number;
  readonly kind: CloseCodeClass;
  readonly state: State;
}

export interface NamedCode {
  readonly code: number;
  readonly onWire: boolean;
  readonly origin: 'rfc6455' | 'iana';
  readonly state: State;
}

export interface CodeMap {
  readonly regions: readonly Region[];
  readonly named: readonly NamedCode[];
}

/** The largest number that two bytes hold. */
const LARGEST = 65535;

/** Runs of numbers of one class; 1000 to 1015 stand together, their classes change from one to the next. */
const REGIONS = regionsOf();

function regionsOf(): readonly Omit<Region, 'state'>[] {
  const regions: { first: number; last: number; kind: CloseCodeClass }[] = [];
  for (let code = 0; code <= LARGEST; code += 1) {
    const named = CLOSE_CODES.some((entry) => entry.code === code);
    const kind = named ? 'defined' : closeCodeClass(code, DIALECTS.rfc6455);
    const last = regions.at(-1);
    if (last?.kind === kind) last.last = code;
    else regions.push({ first: code, last: code, kind });
  }
  return regions;
}

/** `strong`: the codes that the step is about. */
export function codeMap(strong: (code: number) => boolean, rest: State = 'done'): CodeMap {
  const some = ({ first, last }: { first: number; last: number }) => {
    for (let code = first; code <= last; code += 1) if (strong(code)) return true;
    return false;
  };
  return {
    regions: REGIONS.map((region) => ({ ...region, state: some(region) ? 'current' : rest })),
    named: CLOSE_CODES.map(({ code, onWire, origin }) => ({
      code,
      onWire,
      origin,
      state: strong(code) ? 'current' : rest,
    })),
  };
}
