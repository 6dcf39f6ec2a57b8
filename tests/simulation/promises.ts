import { isDeepStrictEqual } from 'node:util';
import type { Initiative } from '../../shared/model/report.ts';
import type { Merge } from '../merging/laws.ts';
import type { Held } from './person.ts';
import { missingFrom, textsIn } from './texts.ts';
import type { TakenIn } from './ways.ts';

/** A file that a section handed in. */
export interface Sent {
  readonly file: string;
  readonly section: string;
  /** Texts that stand in it. */
  readonly texts: ReadonlySet<string>;
}

/** What is known of the department without asking a program. */
export interface Known {
  /** Whose hand a text is from since rows were given out: a section's, or the compiler's (''). */
  readonly writer: ReadonlyMap<string, string>;
  /** Texts that came in with hand-ins so far. */
  readonly cameIn: ReadonlySet<string>;
  /** Sections whose rows the compiler changed since they were given out. */
  readonly touched: ReadonlySet<string>;
}

/** What taking a hand-in in broke. */
export function brokenByTaking(
  before: Held,
  after: Held,
  sent: Sent,
  told: TakenIn,
  known: Known,
): string[] {
  if (told.known) return sameHeld(before, after) ? [] : ['a hand-in that is known changed something'];
  const broken: string[] = [];
  const [stood, stands] = [textsIn(before), textsIn(after)];
  const theirs = [...sent.texts].filter((text) => known.writer.get(text) === sent.section);
  const lost = missingFrom(
    stands,
    theirs.filter((text) => !known.cameIn.has(text)),
  );
  if (lost.length > 0) broken.push(`handed in, and nowhere: ${lost.join()}`);
  const gone = missingFrom(
    stands,
    // What it was given, and what it wrote itself, it may have deleted.
    [...stood].filter(
      (text) => sent.texts.has(text) || ![undefined, sent.section].includes(known.writer.get(text)),
    ),
  );
  if (gone.length > 0) broken.push(`stood there, and was taken away: ${gone.join()}`);
  const others = (rows: readonly Initiative[]): Map<string, Initiative> =>
    new Map(rows.filter((row) => row.section !== sent.section).map((row) => [row.id, row]));
  if (!isDeepStrictEqual(others(before.report.initiatives), others(after.report.initiatives)))
    broken.push('rows of another section changed');
  const needless = after.conflicts.filter(({ section }) => !known.touched.has(section));
  if (needless.length > 0)
    broken.push(`differs where one side alone wrote: ${JSON.stringify(needless[0])}`);
  const ids = after.report.initiatives.map((row) => row.id);
  if (new Set(ids).size !== ids.length) broken.push('a row stands there twice');
  return broken;
}

/** What settling a difference broke. */
export function brokenBySettling(before: Held, after: Held, conflict: string, chosen: string): string[] {
  const left = before.conflicts.filter(({ id }) => id !== conflict);
  const broken: string[] = [];
  if (!isDeepStrictEqual(left, after.conflicts)) broken.push('settling one changed others');
  const lost = missingFrom(textsIn(after.report), textsIn(chosen));
  if (lost.length > 0) broken.push(`chosen, and does not stand there: ${lost.join()}`);
  return broken;
}

export function sameHeld(one: Held, other: Held): boolean {
  return isDeepStrictEqual(stateOf(one), stateOf(other));
}

/** What the merge is answerable for: not where rows stand on their way, nor what a difference is called in its library. */
export function stateOf({ report, conflicts }: Held): ReturnType<Merge> {
  return {
    rows: report.initiatives.map(({ standing: _standing, ...row }) => row),
    conflicts: conflicts.map(({ place, base, terms }) => ({ place, base, terms })),
  };
}
