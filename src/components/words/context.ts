/**
 * The i18next context of engine data: which variant of a text fits its values (`says_truncated-sequence`). Where there is
 * no such variant, i18next takes the plain text. The values looked at are ids of the engine, never bytes of the wire.
 */

type Values = Readonly<Record<string, string | number>>;

export function issueContext(values: Values): string | undefined {
  return first(values, ['problem', 'reason', 'utf8', 'class', 'missing']);
}

/** `word` says that a whole word is meant, not the character it begins with. */
export function problemContext(values: Values): string | undefined {
  return values.word !== undefined ? 'word' : first(values, ['expected', 'looksLike']);
}

function first(values: Values, names: readonly string[]): string | undefined {
  const name = names.find((one) => values[one] !== undefined);
  return name === undefined ? undefined : String(values[name]);
}
