/**
 * The “minimal standard” generator of Park and Miller, x → 48271·x mod 2^31 − 1 (Communications of the ACM 36(7), 1993;
 * C++ calls it `minstd_rand`). Every product is below 2^53, so doubles work it out exactly.
 */

const MODULUS = 2 ** 31 - 1;
const MULTIPLIER = 48271;

/** The next state of a generator, 1 to 2^31 − 2, from one of these. */
export function minstd(state: number): number {
  return (state * MULTIPLIER) % MODULUS;
}

/** Numbers between 0 and 1, without both ends. Any seed will do; the same one gives the same numbers. */
export function randomFrom(seed: number): () => number {
  const whole = Number.isFinite(seed) ? Math.abs(Math.trunc(seed)) : 0;
  let state = (whole % (MODULUS - 1)) + 1;
  const next = () => {
    state = minstd(state);
    return state / MODULUS;
  };
  // Small seeds are near to one another, and so are their first numbers.
  for (let i = 0; i < 4; i += 1) next();
  return next;
}
