import type { Code } from './lesson.ts';

/**
 * A file of code and the lines of it that a step is about.
 * @param lit the text of these lines, without indentation; a line that is not there is a mistake in the lesson, and throws
 */
export function codeOf(source: string, ...lit: string[]): Code {
  const lines = source.trimEnd().split('\n');
  return {
    lines,
    lit: lit.map((text) => {
      const index = lines.findIndex((line) => line.trim() === text);
      if (index < 0) throw new Error(`no such line: ${text}`);
      return index + 1;
    }),
  };
}
