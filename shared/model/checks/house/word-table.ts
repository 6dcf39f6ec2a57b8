import * as v from 'valibot';
import type { HouseWord } from '../settings.ts';
import { houseWordSchema, mostEntries } from './office-rules.ts';
import { joined } from './rules-table.ts';

/**
 * A word list as an office has it: a table of its 公用文 regulation out of Word or Excel, or lines. Which column is which is told by
 * its heading (使わない語 / 使う語), else the first is what is not written and the second what is.
 */

export interface ReadWordTable {
  readonly words: readonly HouseWord[];
  /** Rows that say something and were not understood, from 1. */
  readonly unread: readonly number[];
}

const headingOf = {
  instead: /使わない|使用しない|用いない|避ける|誤|旧|改める前|言い?換え前|×|✕|不適/u,
  write: /使う|使用する|用いる|書き方|正|新|改めた後|言い?換え|○|〇|適切|表記/u,
  note: /備考|注|説明|例|理由/u,
} as const;

interface Columns {
  readonly instead: number;
  readonly write: number;
  readonly note: number;
}

export function wordsOfTable(rows: readonly (readonly string[])[]): ReadWordTable {
  const headed = rows.slice(0, 5).findIndex((cells) => columnsOf(cells) !== null);
  const columns = columnsOf(rows[headed] ?? []) ?? { instead: 0, write: 1, note: 2 };
  const words: HouseWord[] = [];
  const unread: number[] = [];
  for (const [at, cells] of rows.entries()) {
    if (at <= headed || cells.every((cell) => cell.trim() === '')) continue;
    // Without a heading, a word alone says neither that it is right nor that it is wrong.
    const entry = headed < 0 && (cells[1] ?? '').trim() === '' ? null : entryOf(cells, columns);
    if (entry === null || words.length >= mostEntries) unread.push(at + 1);
    else words.push(entry);
  }
  return { words: joined(words), unread };
}

/** Whether a text says words by an arrow or by signs, and not as a table. */
export function saysWords(text: string): boolean {
  return /→|⇒|->|=>|^\s*[×✕].*[○〇]/mu.test(text);
}

/** Lines: `子供 → 子ども`, `×子供 ○子ども`, or parted by a tab. */
export function wordsOfLines(text: string): ReadWordTable {
  return wordsOfTable(
    text.split(/\r?\n/u).map((line) =>
      line
        .trim()
        .split(/\s*(?:→|⇒|->|=>|\t)\s*|\s+(?=[○〇])/u)
        .map((cell) => cell.replace(/^[×✕○〇]\s*/u, '')),
    ),
  );
}

function columnsOf(cells: readonly string[]): Columns | null {
  const instead = cells.findIndex((cell) => headingOf.instead.test(cell) && cell.length <= 20);
  const write = cells.findIndex(
    (cell, at) => at !== instead && headingOf.write.test(cell) && cell.length <= 20,
  );
  if (instead < 0 || write < 0) return null;
  const note = cells.findIndex((cell, at) => at !== instead && at !== write && headingOf.note.test(cell));
  return { instead, write, note };
}

function entryOf(cells: readonly string[], columns: Columns): HouseWord | null {
  const cell = (at: number): string => (cells[at] ?? '').trim();
  const write = cell(columns.write);
  const note = columns.note < 0 ? '' : cell(columns.note);
  const instead = cell(columns.instead)
    .split(/[、,，\n]/u)
    .map((word) => word.trim())
    .filter((word) => word !== '' && word !== write);
  const entry = { write: write === '' ? null : write, instead, note: note === '' ? null : note };
  return v.is(houseWordSchema, entry) ? entry : null;
}
