import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readWritten } from '../../shared/model/figures/read-written.ts';
import type { Piece, WrittenTime } from '../../shared/model/figures/written.ts';

/** One line of a corpus: what is written, and what it says. */
export interface WrittenExample {
  readonly text: string;
  readonly says: readonly string[];
}

export function examplesOf(file: string): WrittenExample[] {
  return readFileSync(join(import.meta.dirname, file), 'utf8')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => {
      const [text = '', says = ''] = line.split('\t');
      return { text, says: says === '-' ? [] : says.split(' ; ') };
    });
}

/** What the program reads, as a corpus says it: `number|unit|qualifiers`, `@time/role`. */
export function notation(text: string): string[] {
  return readWritten(text).flatMap((piece) => (piece.kind === 'words' ? [] : [notationOf(piece)]));
}

function notationOf(piece: Exclude<Piece, { kind: 'words' }>): string {
  if (piece.kind === 'time')
    return `@${timeNotation(piece.time)}${piece.role === null ? '' : `/${piece.role}`}`;
  const number = Number(piece.number.toFixed(10));
  const said = [piece.unit ?? '', piece.qualifiers.map(({ text }) => text).join('・')];
  return `${number}|${said[1] === '' ? said[0] : said.join('|')}`;
}

function timeNotation({ year, fiscal, month, day, part }: WrittenTime): string {
  if (year === null && !fiscal && month === null && part !== null && /^[QH]/u.test(part)) return part;
  const two = (count: number): string => String(count).padStart(2, '0');
  return [
    `${fiscal ? 'FY' : ''}${year ?? '*'}`,
    ...(month === null ? [] : [two(month)]),
    ...(day === null ? [] : [two(day)]),
    ...(part === null ? [] : [part]),
  ].join('-');
}

export interface Measured {
  readonly precision: number;
  readonly recall: number;
  readonly wrong: readonly {
    readonly text: string;
    readonly expected: readonly string[];
    readonly read: readonly string[];
  }[];
}

/** How well what is read agrees with what is said, item by item. */
export function measured(examples: readonly WrittenExample[]): Measured {
  let [right, read, said] = [0, 0, 0];
  const wrong: Measured['wrong'][number][] = [];
  for (const { text, says } of examples) {
    const found = notation(text);
    const left = [...says];
    const hits = found.filter((item) => {
      const at = left.indexOf(item);
      if (at >= 0) left.splice(at, 1);
      return at >= 0;
    });
    right += hits.length;
    read += found.length;
    said += says.length;
    if (hits.length < Math.max(found.length, says.length))
      wrong.push({ text, expected: says, read: found });
  }
  return { precision: right / read, recall: right / said, wrong };
}
