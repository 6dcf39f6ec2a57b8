/** Characters of JIS X 0208, which every Japanese keyboard and font has, and those of ASCII and of its half-width part. */
let known: ReadonlySet<string> | null = null;

/** Whether a text holds only characters that are ordinary in Japanese; � and control characters are not. */
export function isOrdinary(text: string): boolean {
  known ??= charactersOfShiftJis();
  for (const character of text) if (!known.has(character)) return false;
  return true;
}

function charactersOfShiftJis(): Set<string> {
  const decoder = new TextDecoder('shift_jis');
  const characters = new Set<string>();
  const add = (...bytes: number[]): void => {
    const decoded = [...decoder.decode(Uint8Array.from(bytes))];
    if (decoded.length === 1 && decoded[0] !== '\uFFFD') characters.add(decoded[0] ?? '');
  };
  for (let byte = 0x20; byte < 0x7f; byte += 1) add(byte);
  for (let byte = 0xa1; byte <= 0xdf; byte += 1) add(byte);
  // Rows 1 to 84: what comes behind are one maker's additions.
  for (const first of [...range(0x81, 0x9f), ...range(0xe0, 0xea)]) {
    for (const second of range(0x40, 0xfc)) add(first, second);
  }
  return characters;
}

function range(first: number, last: number): number[] {
  return Array.from({ length: last - first + 1 }, (_, at) => first + at);
}
