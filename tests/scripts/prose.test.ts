import { expect, test } from 'vitest';
import { prose } from '../../scripts/build/prose.ts';

/** The module made of a file of prose. */
async function compiled(text: string): Promise<string> {
  const { transform } = prose() as unknown as {
    transform: (code: string, id: string) => Promise<{ code: string } | undefined>;
  };
  return (await transform(text, '/lesson/en.mdx'))?.code ?? '';
}

/** What a file says of its texts. */
async function textsOf(text: string): Promise<unknown> {
  const json = /export const texts = JSON\.parse\((".*?(?<!\\)")\)/.exec(await compiled(text))?.[1];
  return JSON.parse(JSON.parse(json ?? '""'));
}

const STEP = `<Step id="digit">
# {character} is a digit

So far {digits}, and <Count of="spaces" one="space" other="spaces" />; see [there](#/decode).

<Picture>Read up to {character}.</Picture>
<Ask>Which?</Ask>
<Answer id="a">Yes.</Answer>
<Answer id="b">No: {digits}.</Answer>
<Option id="a">The first</Option>
</Step>
`;

test('a file of prose says what each text refers to', async () => {
  expect(await textsOf(STEP)).toEqual({
    digit: {
      values: ['character', 'digits', 'spaces', 'character', 'digits'],
      parts: ['title', 'picture', 'ask'],
      answers: ['a', 'b'],
      options: ['a'],
      links: ['#/decode'],
    },
  });
});

test('a name in braces becomes a value of the step', async () => {
  const code = await compiled(STEP);
  expect(code).toMatch(/Value, \{\s*of: "digits"/);
  expect(code).not.toMatch(/[^.\w"]digits\b(?!")/);
});

test('what stands in a step is made only for the step that is wanted', async () => {
  expect(await compiled(STEP)).toMatch(/_jsxs?\(Step, \{\s*id: "digit",\s*content: \(\) =>/);
});

test.each([
  ['an expression that is no name', '<Step id="a">\n# {x + 1}\n</Step>'],
  ['a step without an id', '<Step>\n# Title\n</Step>'],
  ['the same id twice', '<Step id="a">\n# A\n</Step>\n\n<Step id="a">\n# B\n</Step>'],
  ['text outside of a step', 'Lost words.\n\n<Step id="a">\n# A\n</Step>'],
  ['a tag of HTML', '<Step id="a">\n# A\n\n<div>no</div>\n</Step>'],
])('%s is refused', async (_, text) => {
  await expect(compiled(text)).rejects.toThrow();
});
