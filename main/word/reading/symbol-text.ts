/**
 * Signs of the symbol fonts by what they look like. Word stores them as a place in the font, moved into
 * U+F000–F0FF; any other is kept as that place, because it can't be told what it looks like.
 */
const looks: ReadonlyMap<number, string> = new Map([
  [0xf06c, '●'],
  [0xf06d, '○'],
  [0xf06e, '■'],
  [0xf06f, '□'],
  [0xf071, '□'],
  [0xf072, '□'],
  [0xf075, '◆'],
  [0xf076, '◆'],
  [0xf09f, '・'],
  [0xf0a7, '■'],
  [0xf0a8, '□'],
  [0xf0b2, '◇'],
  [0xf0b7, '・'],
  [0xf0d8, '▶'],
  [0xf0e0, '→'],
  [0xf0e8, '→'],
  [0xf0f0, '⇨'],
  [0xf0fc, '✓'],
  [0xf0fb, '✗'],
  [0xf0fd, '☒'],
  [0xf0fe, '☑'],
]);

/** Wingdings 2 draws boxes and ticks at the places of letters. */
const looksInWingdings2: ReadonlyMap<number, string> = new Map([
  [0xf04f, '✗'],
  [0xf050, '✓'],
  [0xf051, '☒'],
  [0xf052, '☑'],
  [0xf053, '☒'],
  [0xf054, '☒'],
  [0xf0a3, '☐'],
]);

/** The text of `w:sym`, whose `char` is hexadecimal; '' for one that says nothing. */
export function symbolText(char: string, font?: string): string {
  const code = Number.parseInt(char, 16);
  if (!(code >= 0x20 && code <= 0xfffd) || (code >= 0xd800 && code <= 0xdfff)) return '';
  const moved = code < 0x100 ? code + 0xf000 : code;
  const own = font === 'Wingdings 2' ? looksInWingdings2.get(moved) : undefined;
  return own ?? looks.get(moved) ?? String.fromCharCode(code);
}

/** `text` with each sign of a symbol font as what it looks like. */
export function withoutSymbolFont(text: string): string {
  return text.replace(/[\uF020-\uF0FF]/g, (sign) => looks.get(sign.charCodeAt(0)) ?? sign);
}
