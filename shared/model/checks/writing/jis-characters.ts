import { once } from '../../../once.ts';

/** In every engine that the program runs in; the languages' own library does not name it. */
declare const TextDecoder: new (label: string) => { decode(bytes: Uint8Array): string };

/** Rows of JIS X 0208 itself. Row 13 and those beyond 84 are makers' own, which decoders know too. */
const rows: readonly (readonly [first: number, last: number])[] = [
  [1, 8],
  [16, 84],
];

/** The same sign under another code point: which of the two a text holds depends on the system that typed it. */
const alike = '〜～‖∥−－—―¢￠£￡¬￢¥￥‾￣';

/** The characters of JIS X 0208, which every system of an office reads, prints and reads out. */
export const jisCharacters = once((): ReadonlySet<string> => {
  const bytes: number[] = [];
  for (const [first, last] of rows) {
    for (let row = first; row <= last; row += 1) {
      for (let cell = 1; cell <= 94; cell += 1) bytes.push(0xa0 + row, 0xa0 + cell);
    }
  }
  const decoded = new TextDecoder('euc-jp').decode(new Uint8Array(bytes));
  const characters = new Set([...decoded, ...alike]);
  characters.delete('\uFFFD');
  return characters;
});
