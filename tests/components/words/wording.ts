/** How every text of the site is worded, wherever it stands. */
import { expect, test } from 'vitest';

/** Where a text stands, so that a failure says so, and the text. */
export type Text = readonly [where: string, text: string];

/** Masking, hashing and base64 hide nothing, so no word here may sound as if they did. */
const SECRECY = /encrypt|decrypt|cipher|scrambl|加密|解密|密文/i;

/** Numbers and claims that tutorials copy from each other and that are wrong. */
const FOLKLORE = [
  /65525|65526/,
  /13 (?:or|and) (?:above|higher|later|newer|up)|(?:at least|from) (?:version )?13\b/i,
  /13\s?(?:及|或|和)其?(?:以上|更高)|(?:不低于|至少是?|大于等于)\s?13(?!\d)/,
  /full.duplex HTTP/i,
  /Flash(?:.based)?.handshake|Flash ?的?握手/i,
  /mask(?:ing)? (?:is )?(?:for|gives|adds) (?:security|secrecy|privacy)|掩码(?:保证|提供)?(?:了)?(?:安全|保密|隐私)/i,
  /RSV[^.。]*(?:can|may) be ignored|RSV[^.。]*可以(?:忽略|不管)/i,
];

/** What stands in quotation marks is told, not claimed. */
const unquoted = (all: readonly Text[]) => all.map(([where, text]): Text => [where, text.replace(/“[^”]*”/g, '“”')]);

/** One Chinese word for each thing, and the reader is 你. */
const OTHER_TERMS = /密钥|您|负载|操作碼|拼接后|掩码(?:密|钥)|键字节(?<!掩码键字节)/;

const HAN = '\\p{Script=Han}';

/** The texts that match, so that a failure shows them. */
const matching = (all: readonly Text[], pattern: RegExp) => all.filter(([, text]) => pattern.test(text));

/** @param isClaim tells the texts that are known to be wrong, and say so */
export function testWording(en: readonly Text[], zh: readonly Text[], isClaim = (_: Text) => false): void {
  test('calls nothing encryption and repeats no folklore', () => {
    const believed = [...en, ...zh].filter((one) => !isClaim(one));
    expect(matching(believed, SECRECY)).toEqual([]);
    for (const pattern of FOLKLORE) expect(matching(unquoted(believed), pattern)).toEqual([]);
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
