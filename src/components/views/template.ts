const MARK = '\u0000';

/**
 * A text asked for once and filled in many times: i18next takes 20 µs to fill one in, and a dump has hundreds of cells.
 * @param text gives the text with these values in it
 */
export function template<Name extends string>(
  names: readonly Name[],
  text: (values: Record<Name, string>) => string,
): (values: Readonly<Record<Name, string>>) => string {
  const marks = Object.fromEntries(names.map((name) => [name, `${MARK}${name}${MARK}`])) as Record<Name, string>;
  const pieces = text(marks).split(MARK);
  // Every second piece is the name of a value.
  return (values) => pieces.map((piece, i) => (i % 2 === 0 ? piece : values[piece as Name])).join('');
}
