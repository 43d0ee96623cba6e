import i18next from 'i18next';
import { renderToStaticMarkup } from 'react-dom/server';
import { beforeAll, describe, expect, test } from 'vitest';
import { readLink } from '../../../src/components/build/link.ts';
import { workbenchHash } from '../../../src/components/build/workbench.ts';
import { readLink as readWorkbench } from '../../../src/components/decode/link.ts';
import { openedOf } from '../../../src/components/decode/selectors.ts';
import { CourseProvider } from '../../../src/components/lesson/course.ts';
import { guardsOf, NAMED } from '../../../src/components/reference/about.ts';
import { Entry } from '../../../src/components/reference/Entry.tsx';
import { IndexPage } from '../../../src/components/reference/IndexPage.tsx';
import { groupsOf, IDS, KINDS, keyOf, neighbours, PAGES, pageAt } from '../../../src/components/reference/kinds.ts';
import { readExampleOf } from '../../../src/components/reference/reading.ts';
import { Unknown } from '../../../src/components/reference/Unknown.tsx';
import { fullTitle, type Say, WORDS } from '../../../src/components/reference/words.ts';
import { loadWords, startWords } from '../../../src/components/words/i18n.ts';
import { COURSE } from '../../../src/lessons/course.ts';
import { walk } from '../../../src/protocol/model/node.ts';
import { RULE_IDS } from '../../../src/protocol/model/rules.ts';

const LANGUAGES = ['en', 'zh'] as const;

/** What nobody must read: values that are none, keys of words that are missing, values that were not filled in. */
const UNFIT =
  /NaN|undefined|\[object|\{\{|\b(?:reference|fields|opcodes|codes|rules|drafts|views):|\b(?:page|kinds|groups|closeCodes|closeClasses)\.[a-zA-Z]/;

/** Rules that only a packet dump breaks. */
const WITHOUT_BYTES = ['rule/bytes-missing'];

beforeAll(async () => {
  await startWords('en');
  for (const language of LANGUAGES) {
    await i18next.changeLanguage(language);
    await loadWords(...WORDS, 'shell');
  }
});

const html = (view: React.ReactNode) => renderToStaticMarkup(<CourseProvider value={COURSE}>{view}</CourseProvider>);
/** Without the one close code range that is called undefined. */
const readable = (markup: string) =>
  markup
    .replace(/<[^>]*>/g, ' ')
    .replace(/\s+/g, ' ')
    .replaceAll(/5000–65535 undefined/g, '');

describe.each(LANGUAGES)('in %s', (language) => {
  beforeAll(() => i18next.changeLanguage(language));
  const say = i18next.t as unknown as Say;

  test('every page can be read: a title, words, bytes, and nothing unfit', () => {
    for (const page of PAGES) {
      const key = keyOf(page);
      const markup = html(<Entry page={page} />);
      expect(readable(markup), key).not.toMatch(UNFIT);
      expect(fullTitle(page, say), key).not.toBe('');
      expect(markup.match(/data-lit|data-direction/g)?.length ?? 0, key).toBeGreaterThan(
        WITHOUT_BYTES.includes(key) ? -1 : 0,
      );
    }
  });

  test('a close code that nobody may send is not said to end anything, and its bytes are called forbidden', () => {
    for (const id of ['1004', '1006', '1015', '0-999', '1016-2999']) {
      const markup = html(<Entry page={{ kind: 'close', id }} />);
      expect(markup, id).toContain(say('reference:page.rules'));
      expect(markup, id).not.toContain(say('reference:page.answers'));
      expect(markup, id).toContain('✕');
    }
    for (const id of ['1002', '1007']) {
      const markup = html(<Entry page={{ kind: 'close', id }} />);
      expect(markup, id).toContain(say('reference:page.answers'));
      expect(markup, id).not.toContain('✕');
    }
  });

  test('no two pages of a kind have one title', () => {
    for (const kind of KINDS) {
      const titles = IDS[kind].map((id) => fullTitle({ kind, id }, say));
      expect(titles.filter((title, i) => titles.indexOf(title) !== i)).toEqual([]);
    }
  });

  test('the index names every page once, and a wrong address is shown as text', () => {
    const index = html(<IndexPage />);
    for (const { kind, id } of PAGES) expect(index.split(`"#/reference/${kind}/${id}"`), id).toHaveLength(2);
    expect(readable(index)).not.toMatch(UNFIT);
    expect(html(<Unknown asked="<img src=x>" near={[]} />)).toContain('&lt;img src=x&gt;');
  });
});

test('every page has bytes made by the engine, and says where in them to look', () => {
  for (const page of PAGES) {
    const example = readExampleOf(page);
    if (WITHOUT_BYTES.includes(keyOf(page))) {
      expect(example).toBeNull();
      continue;
    }
    expect(example?.node, keyOf(page)).not.toBeNull();
    expect(
      example?.conversation.items.every(({ bytes }) => bytes.length > 0),
      keyOf(page),
    ).toBe(true);
    if (page.kind === 'rule') expect(example?.issue?.rule, page.id).toBe(page.id);
    if (page.kind === 'field') expect(example?.node?.field, page.id).toBe(page.id);
  }
});

test('a rule is about the field in which the engine shows that it is broken', () => {
  for (const rule of RULE_IDS) {
    const example = readExampleOf({ kind: 'rule', id: rule });
    if (!example?.node) continue;
    const shown = { kind: 'field', id: example.node.field } as const;
    expect(guardsOf(shown), `${rule} shows in ${shown.id}`).toContain(rule);
  }
});

test('the bytes of a page open in the builder and in the workbench as they are', () => {
  for (const page of PAGES) {
    const example = readExampleOf(page);
    if (!example) continue;
    const key = keyOf(page);
    const { items } = example.conversation;
    const built = readLink(workbenchHash(example.conversation).replace('decode', 'build'));
    expect(built, key).not.toBeNull();
    const read = readWorkbench(workbenchHash(example.conversation));
    expect(read?.unusable, key).toEqual([]);
    const opened = read && openedOf(read.choices).opened;
    const sent = (side: string) =>
      items.filter(({ direction }) => direction === side).flatMap(({ bytes }) => [...bytes]);
    const got = (side: string) =>
      (opened?.streams ?? []).filter(({ direction }) => direction === side).flatMap(({ bytes }) => [...bytes]);
    for (const side of ['client-to-server', 'server-to-client'])
      expect(got(side), `${key} ${side}`).toEqual(sent(side));
    // What was lit here is there as well.
    if (page.kind !== 'rule' || !opened) continue;
    const { list } = opened.connection.issues();
    expect(
      list.map(({ rule }) => rule),
      key,
    ).toContain(page.id);
    expect(
      [...walk(opened.connection.explain(list[0]?.part ?? '') ?? example.item.tree ?? (null as never))].length,
      key,
    ).toBeGreaterThan(0);
  }
});

test('pages know their neighbours and groups leave nothing out', () => {
  for (const kind of KINDS) {
    expect(groupsOf(kind).flatMap(({ ids }) => ids)).toEqual(IDS[kind]);
    expect(neighbours({ kind, id: IDS[kind][0] ?? '' }).before).toBeNull();
    expect(neighbours({ kind, id: IDS[kind].at(-1) ?? '' }).after).toBeNull();
  }
});

test('what is said to belong together exists', () => {
  expect(NAMED.filter((key) => !pageAt(key))).toEqual([]);
});
