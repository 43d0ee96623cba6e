/** The handshake doctor: well-known mistakes beside the right way, and the diagnosis of any answer. */

import { ofBytes, ofText } from '../../../components/lesson/value.ts';
import type { AcceptRecipe, MistakeId } from '../../../protocol/handshake/accept-mistakes.ts';
import { mistakenAccept, recipeWith, rightRecipe } from '../../../protocol/handshake/accept-mistakes.ts';
import { judgeAccept } from '../../../protocol/handshake/accept-verdict.ts';
import type { Body, Draft } from '../body.ts';
import type { Scene, Verdict } from '../scene.ts';
import { afterAll } from '../scene.ts';
import type { Work } from '../work.ts';

const SECTIONS = ['RFC 6455 §4.2.2'];

export function doctorSteps(work: Work): readonly Draft[] {
  const { key, accept, nonce } = work;
  const draft = (id: string, make: () => Body): Draft => ({ phase: 'doctor', id, make });
  const right = ofText(accept, 'key');
  const rest = (mistake: MistakeId) => ({ scene: mistakeScene(work, mistake), sections: SECTIONS });
  const wrong = (mistake: MistakeId) => ofText(mistakenAccept(mistake, key) ?? accept);
  const size = (mistake: MistakeId) => sizeOf(madeWith(work, mistake));
  const length = (mistake: MistakeId) => (mistakenAccept(mistake, key) ?? accept).length;
  return [
    draft('doctor', () => ({
      text: 'doctor',
      values: { accept: right },
      scene: doctorScene(work, { verdict: { kind: 'waiting' } }),
      sections: SECTIONS,
    })),
    draft('doctor-key-decoded', () => ({
      text: 'key-decoded',
      values: { right, wrong: wrong('key-decoded'), nonce: ofBytes(nonce, 'key', 4), size: size('key-decoded') },
      ...rest('key-decoded'),
    })),
    draft('doctor-too-long', () => ({
      text: 'too-long',
      values: { wrong: wrong('hex-digest'), length: length('hex-digest') },
      scene: doctorScene(work, { verdict: { kind: 'waiting' }, found: mistakenAccept('hex-digest', key) }),
      sections: SECTIONS,
      ask: {
        kind: 'choice',
        options: [
          { id: 'sha256', value: null, right: false },
          { id: 'hex-digest', value: null, right: true },
          { id: 'twice', value: null, right: false },
        ],
      },
    })),
    draft('doctor-hex-digest', () => ({
      text: 'hex-digest',
      values: { wrong: wrong('hex-digest'), length: length('hex-digest') },
      ...rest('hex-digest'),
    })),
    draft('doctor-lower-case-guid', () => ({
      text: 'lower-case-guid',
      values: { right, wrong: wrong('lower-case-guid') },
      ...rest('lower-case-guid'),
    })),
    draft('doctor-crlf-kept', () => ({
      text: 'crlf-kept',
      values: { right, wrong: wrong('crlf-kept'), size: size('crlf-kept') },
      ...rest('crlf-kept'),
    })),
    draft('doctor-any', () => anyMistake(work)),
    draft('doctor-paste', () => pasted(work)),
  ];
}

function anyMistake(work: Work): Body {
  const { mistake } = work.inputs;
  const found = mistakenAccept(mistake, work.key);
  const right = ofText(work.accept, 'key');
  const rest = { scene: mistakeScene(work, mistake, 'mistake'), sections: SECTIONS };
  return found === null
    ? { text: 'no-difference', values: { right }, ...rest }
    : { text: 'any-mistake', values: { right, wrong: ofText(found) }, ...rest };
}

function pasted(work: Work): Body {
  const { accept: found, key } = work.inputs;
  const verdict: Verdict = found === '' ? { kind: 'waiting' } : judgeAccept(key, found);
  const values = { key: ofText(key, 'key'), right: ofText(work.accept, 'key') };
  const wrong = ofText(found);
  const theirs = recipeFor(work, verdict);
  const look: Look = { input: 'accept', verdict, found, ...(theirs && { theirs }) };
  const rest = { scene: doctorScene(work, look), sections: SECTIONS };
  switch (verdict.kind) {
    case 'waiting':
      return { text: 'paste-here', values, ...rest };
    case 'right':
      return { text: 'paste-right', values, ...rest };
    case 'mistake':
      return { text: 'paste-known', values: { ...values, wrong }, ...rest };
    case 'unknown':
      return { text: 'paste-unknown', values: { ...values, wrong, length: found.length }, ...rest };
  }
}

interface Look {
  readonly verdict: Verdict;
  readonly theirs?: AcceptRecipe;
  readonly input?: 'mistake' | 'accept';
  readonly found?: string | null;
}

function mistakeScene(work: Work, mistake: MistakeId, input?: 'mistake'): Scene {
  const differs = mistakenAccept(mistake, work.key) !== null;
  const verdict: Verdict = differs ? { kind: 'mistake', mistake } : { kind: 'right' };
  return doctorScene(work, { verdict, theirs: madeWith(work, mistake), ...(input && { input }) });
}

function doctorScene(work: Work, { verdict, theirs, input, found }: Look): Scene {
  return afterAll(work, {
    kind: 'doctor',
    right: rightRecipe(work.key),
    theirs: theirs ?? null,
    found: theirs?.accept ?? (found || null),
    input: input ?? null,
    verdict,
  });
}

/** What the server must have done; null where the doctor does not know. */
function recipeFor(work: Work, verdict: Verdict): AcceptRecipe | null {
  if (verdict.kind === 'mistake') return madeWith(work, verdict.mistake);
  return verdict.kind === 'right' ? rightRecipe(work.key) : null;
}

/** The key is one by its field: every mistake can be made with it. */
function madeWith({ key }: Work, mistake: MistakeId): AcceptRecipe {
  return recipeWith(mistake, key) ?? rightRecipe(key);
}

/** Bytes that are hashed. */
function sizeOf(recipe: AcceptRecipe): number {
  return recipe.pieces.reduce((sum, { bytes }) => sum + bytes.length, 0);
}
