import { describe, expect, test } from 'vitest';
import { CLOSE_CODES, hasCloseCodes } from '../../../src/protocol/model/close-codes.ts';
import { DIALECTS, DRAFTS } from '../../../src/protocol/model/drafts.ts';
import { AFTERWARDS, CHANGES, changePlace, dialectOf, HISTORY, HYBI_00 } from '../../../src/protocol/model/history.ts';
import { RULES } from '../../../src/protocol/model/rules.ts';

describe('the history of the protocol', () => {
  test('has each text once, and none came before the one it replaced', () => {
    expect(Object.keys(HISTORY)).toEqual([...DRAFTS]);
    const dates = DRAFTS.map((draft) => HISTORY[draft].date);
    expect(dates).toEqual(dates.toSorted());
    for (const date of [...dates, HYBI_00.date]) expect(new Date(`${date}T00:00:00Z`).toISOString()).toContain(date);
    expect(HYBI_00.date > HISTORY['hixie-76'].date && HYBI_00.date < HISTORY['hybi-01'].date).toBe(true);
    expect(AFTERWARDS.every(({ date }) => date > HISTORY.rfc6455.date)).toBe(true);
  });

  test('tells draft numbers from version numbers: 8 is sent by five texts, 9 to 12 by none', () => {
    const texts = (version: number) => DRAFTS.filter((draft) => HISTORY[draft].version === version);
    expect(texts(8)).toEqual(['hybi-08', 'hybi-09', 'hybi-10', 'hybi-11', 'hybi-12']);
    expect(texts(13)).toEqual(['hybi-13', 'hybi-14', 'hybi-15', 'hybi-16', 'hybi-17', 'rfc6455']);
    expect([9, 10, 11, 12].flatMap(texts)).toEqual([]);
    expect([4, 5, 6, 7].map(texts)).toEqual([['hybi-04'], ['hybi-05'], ['hybi-06'], ['hybi-07']]);
  });

  test('asks for a new version exactly where the number goes up', () => {
    DRAFTS.forEach((draft, i) => {
      const before = HISTORY[DRAFTS[i - 1] ?? draft].version;
      const { version, changes } = HISTORY[draft];
      const first = before === null;
      expect(changes.includes('new-version'), draft).toBe(!first && version !== before);
    });
  });

  test('says in each text what it changed in framing or proof, and uses every change it knows', () => {
    DRAFTS.forEach((draft, i) => {
      const before = HISTORY[DRAFTS[i - 1] ?? draft];
      const { framing, proof, changes } = HISTORY[draft];
      const places = changes.map(changePlace);
      if (framing !== before.framing) expect(places, draft).toContain('frame');
      if (proof !== before.proof) expect(places.includes('both') || places.includes('response'), draft).toBe(true);
    });
    expect(new Set(DRAFTS.flatMap((draft) => HISTORY[draft].changes))).toEqual(new Set(CHANGES));
  });

  test('agrees with the dialects of the decoder and with the rules that have a date', () => {
    for (const { draft, version, framing } of Object.values(DIALECTS)) {
      expect(HISTORY[draft]).toMatchObject({ version, framing });
    }
    for (const draft of DRAFTS) {
      const { version, framing } = DIALECTS[dialectOf(draft)];
      expect({ version, framing }, draft).toEqual({ version: HISTORY[draft].version, framing: HISTORY[draft].framing });
    }
    expect(dialectOf('hybi-02')).toBe('hybi-03');
    for (const dialect of Object.values(DIALECTS)) {
      const age = DRAFTS.indexOf(dialect.draft);
      const body = DRAFTS.findIndex((draft) => HISTORY[draft].changes.includes('close-body'));
      expect(hasCloseCodes(dialect), dialect.id).toBe(age >= body);
    }
    expect(CLOSE_CODES.map(({ since }) => since).filter((since) => since < 'hybi-06')).toEqual([]);
    expect(HISTORY['hybi-05'].changes).toContain('close-letter');
    expect(HISTORY['hybi-06'].changes).toContain('close-body');
    expect(RULES['rsv-nonzero'].since).toBe(DRAFTS.find((draft) => HISTORY[draft].changes.includes('rsv-fails')));
  });
});
