/** Facts that were published or captured: key, its digits, its spaces, the part. */
export const DRAFT_KEYS: readonly (readonly [text: string, digits: string, spaces: number, part: number])[] = [
  // draft-hixie-76 §1.2 and §1.3
  ['4 @1  46546xW%0l 1 5', '4146546015', 5, 829309203],
  ['12998 5 Y3 1  .P00', '1299853100', 5, 259970620],
  ['18x 6]8vM;54 *(5:  {   U1]8  z [  8', '1868545188', 12, 155712099],
  ['1_ tx7X d  <  nw  334J702) 7]o}` 0', '1733470270', 10, 173347027],
  // The pair of many test suites.
  ['3e6b263  4 17 80', '3626341780', 4, 906585445],
  ['17  9 G`ZD9   2 2b 7X 3 /r90', '1799227390', 10, 179922739],
  // A browser's.
  ['30  ;- 5=5 u 4 1  7336', '3055417336', 8, 381927167],
  [":2 8 G(  07A 93Ql 3 *20 Ox0G'w", '2807933200', 8, 350991650],
];
