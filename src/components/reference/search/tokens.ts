/** How texts and queries are cut into what is looked up: Latin words as they are, Chinese in pairs of characters. */

/** Capital or small, wide or narrow, and with whatever marks: all the same. */
export function normal(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[“”"'’‘«»()[\]{}?!:;，。；：！？（）、]/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}

const PIECES = /\p{Script=Han}+|[\p{L}\p{N}]+/gu;
const HAN = /\p{Script=Han}/u;
/** A run of letters may hold both: `HTTP头部`. */
const MIXED = /\p{Script=Han}+|[^\p{Script=Han}]+/gu;

function pieces(text: string): string[] {
  return (normal(text).match(PIECES) ?? []).flatMap((piece) => piece.match(MIXED) ?? []);
}

function pairs(run: string): string[] {
  const characters = [...run];
  return characters.slice(1).map((character, i) => `${characters[i]}${character}`);
}

/** Of a text: Chinese as pairs and as single characters, so that a query of one character finds it, too. */
export function tokensOfText(text: string): string[] {
  return pieces(text).flatMap((piece) => (HAN.test(piece) ? [...pairs(piece), ...piece] : [piece]));
}

/** Of a query: all that is returned has to be found. */
export function tokensOfQuery(text: string): string[] {
  return pieces(text).flatMap((piece) => (HAN.test(piece) && [...piece].length > 1 ? pairs(piece) : [piece]));
}
