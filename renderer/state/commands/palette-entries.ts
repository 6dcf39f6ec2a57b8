import type { Command } from './commands.ts';

/** One line of the palette. */
export interface PaletteEntry {
  readonly id: string;
  readonly group: string;
  readonly name: string;
  readonly detail: string;
  readonly keys: readonly string[];
  readonly words: readonly string[];
  /** It can't be done now: run, it says why. */
  readonly locked?: boolean;
  /** Because the library's file takes no writes. */
  readonly readOnly?: boolean;
  run(): void;
}

/** Lines that are drawn at most: what somebody looks for stands among the first. */
const most = 60;

export function entryOf(command: Command, group: string): PaletteEntry {
  const { id, name, keys, words = [] } = command;
  const { locked = false, readOnly = false } = command.lock ?? {};
  return { id, group, name, detail: '', keys, words, locked, readOnly, run: () => command.run() };
}

/** The entries that fit a query, best first; all in their own order without one. */
export function fitting(entries: readonly PaletteEntry[], query: string): PaletteEntry[] {
  const wanted = comparable(query);
  if (wanted === '') return entries.slice(0, most);
  return entries
    .map((entry) => ({ entry, fit: bestFit(entry, wanted) }))
    .filter(({ fit }) => fit > 0)
    .sort((one, other) => other.fit - one.fit)
    .slice(0, most)
    .map(({ entry }) => entry);
}

function bestFit({ name, detail, keys, words }: PaletteEntry, wanted: string): number {
  const looser = [detail, ...keys, ...words].map((text) => fitOf(comparable(text), wanted) * 0.8);
  return Math.max(fitOf(comparable(name), wanted), ...looser);
}

/** How well a text fits: 0 not at all, above 2 as a whole piece, below as scattered characters in order. */
export function fitOf(text: string, wanted: string): number {
  const at = text.indexOf(wanted);
  if (at >= 0) return 2 + 1 / (1 + at) + wanted.length / Math.max(1, text.length);
  let from = 0;
  let first = -1;
  for (const character of wanted) {
    const found = text.indexOf(character, from);
    if (found < 0) return 0;
    if (first < 0) first = found;
    from = found + character.length;
  }
  return wanted.length / Math.max(1, from - first);
}

/** Full and half width, capitals, hiragana and katakana are one; spaces are not looked at. */
export function comparable(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[ァ-ヶ]/gu, (kana) => String.fromCharCode(kana.charCodeAt(0) - 0x60))
    .replace(/\s+/gu, '');
}
