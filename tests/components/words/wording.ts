/** How every text of the site is worded, wherever it stands. */
import { expect, test } from 'vitest';

/** Where a text stands, so that a failure says so, and the text. */
export type Text = readonly [where: string, text: string];

/** Masking, hashing and base64 hide nothing, so no word here may sound as if they did. */
const SECRECY = /encrypt|decrypt|cipher|scrambl|加密|解密|密文/i;

/** Numbers and claims that tutorials copy from each other and that are wrong. */
const FOLKLORE = /65525|65526|13 or (?:above|higher|later)(?!”)|13 (?:及|或)以上|full.duplex HTTP/i;

/** One Chinese word for each thing, and the reader is 你. */
const OTHER_TERMS = /密钥|您|负载|操作碼|拼接后|掩码(?:密|钥)|键字节(?<!掩码键字节)/;

const HAN = '\\p{Script=Han}';

/** The texts that match, so that a failure shows them. */
const matching = (all: readonly Text[], pattern: RegExp) => all.filter(([, text]) => pattern.test(text));

export function testWording(en: readonly Text[], zh: readonly Text[]): void {
  test('calls nothing encryption and repeats no folklore', () => {
    expect(matching([...en, ...zh], SECRECY)).toEqual([]);
    expect(matching([...en, ...zh], FOLKLORE)).toEqual([]);
  });

  test('has no doubled, leading or trailing spaces', () => {
    expect(matching([...en, ...zh], / {2}|^\s+\w|\w.*\s$/)).toEqual([]);
  });

  test('has one Chinese word for each thing', () => {
    expect(matching(zh, OTHER_TERMS)).toEqual([]);
  });

  test('has full-width punctuation in Chinese', () => {
    expect(matching(zh, new RegExp(`${HAN}[,;:!?()"']|[,;!?()"']${HAN}`, 'u'))).toEqual([]);
    expect(matching(zh, new RegExp(`${HAN}\\.(?:\\s|$)`, 'u'))).toEqual([]);
    expect(matching(zh, /[，。；：！？（）] | [，。；：！？（）]/)).toEqual([]);
  });

  test('has a space between Chinese and Latin', () => {
    expect(matching(zh, new RegExp(`${HAN}[A-Za-z0-9]|[A-Za-z0-9]${HAN}`, 'u'))).toEqual([]);
  });

  test('has no full-width punctuation in English', () => {
    expect(matching(en, /[\u3000-\u303f\uff00-\uffef]/)).toEqual([]);
  });
}
