import type { LibraryFile } from '../../data/library-file.ts';
import { partFormat, type Part } from '../../exchange/part/part-content.ts';
import type { GivingHost, WordFileFacts, WordHandIn } from '../../foreign-files/jobs.ts';
import type { WordHandInLook } from '../../../shared/contract/hand-in-requests.ts';
import type { PartRefusal } from '../../../shared/failure.ts';
import { formNames } from '../../../shared/model/form.ts';
import { toPlainLine } from '../../../shared/model/plain-text.ts';
import type { Report } from '../../../shared/model/report.ts';
import { failed, success, type Result } from '../../../shared/result.ts';
import { plainName } from '../../domain/plain-name.ts';
import { openedLibrary, type Context } from '../context.ts';
import {
  asGivenOut,
  wordDistribution,
  wordDistributions,
  type WordDistribution,
} from './given-out-word.ts';
import { hashOfWord, rowsOfWord } from './rows-of-word.ts';

/** What a section hands in as a Word file, as if it had handed in a part. */
export interface WordPart {
  readonly part: Part;
  readonly word: WordHandInLook;
}

/** A Word file that was read, and what it comes to against what a library holds. */
export interface WordRead {
  readonly against: (library: LibraryFile) => Result<WordPart>;
}

/** Reads a hand-in off a Word file. What it started from is what this library's log says, as of any part. */
export async function readWordHandIn(context: Context, path: string): Promise<Result<WordRead>> {
  const library = openedLibrary(context);
  if (!library.ok) return library;
  const giving = new GivingLibrary(library.value);
  const read = await context.reader.run('word-hand-in', { path }, giving.answers);
  if (!read.ok) return read;
  const given = giving.found(read.value.given);
  if (given === null) throw new Error('the job answered what nobody asked');
  const at = context.ports.now();
  return success({ against: (now) => partOfWord(now, given, read.value, at) });
}

/** What a library answers while a Word file that may be a hand-in is read. */
class GivingLibrary {
  readonly #library: LibraryFile;
  /** What the file says it was given out with. */
  #said: WordDistribution | null = null;
  #tried: Iterator<WordDistribution> | null = null;
  readonly #asked: WordDistribution[] = [];

  constructor(library: LibraryFile) {
    this.#library = library;
  }

  readonly answers: GivingHost = {
    begin: (facts) => {
      const said = this.#saidIn(facts);
      if (!said.ok) return Promise.resolve(said);
      if (said.value === 'search') {
        this.#tried = wordDistributions(this.#library, new Set(facts.marks.rows));
        return Promise.resolve(success('search'));
      }
      this.#said = said.value;
      return Promise.resolve(success(asGivenOut(said.value)));
    },
    given: (at) => {
      const next = this.#tried?.next();
      if (next === undefined || next.done === true) return Promise.resolve(null);
      this.#asked[at] = next.value;
      return Promise.resolve(asGivenOut(next.value));
    },
  };

  found(at: number | null): WordDistribution | null {
    return at === null ? this.#said : (this.#asked[at] ?? null);
  }

  #saidIn({ marks, path }: WordFileFacts): Result<'search' | WordDistribution> {
    const { format, report, contentHash, givenOut } = marks;
    const refused = (why: PartRefusal): Result<never> =>
      failed({ code: 'part-refused', path, why, detail: 'word' });
    if (format !== null && format !== '1') return failed({ code: 'word-from-the-future', path, format });
    if (givenOut === null) return report === null ? success('search') : refused('exported');
    if (report === null || this.#library.reports.summary(report) === undefined)
      return refused('other-report');
    const form = formNames.find((name) => name === marks.form);
    if (form === undefined) return failed({ code: 'word-form-unknown', path, form: marks.form ?? '' });
    const { sequence, step } = givenOut.start;
    const steps = this.#library.handIns.steps(report);
    const isKnown = (sequence === 0 ? '' : steps[sequence - 1]) === step;
    const whole = isKnown ? this.#library.past.at(report, sequence) : null;
    if (whole === null) return refused('unknown-base');
    const given = wordDistribution(whole, form, givenOut);
    return given.hash === contentHash ? success(given) : refused('unknown-base');
  }
}

function partOfWord(
  { handIns, reports }: LibraryFile,
  given: WordDistribution,
  { facts, by, modified, given: searched, handedIn }: WordHandIn,
  now: Date,
): Result<WordPart> {
  const { whole, section, start } = given;
  const refused = (why: PartRefusal): Result<never> =>
    failed({ code: 'part-refused', path: facts.path, why, detail: 'word' });
  const stored = reports.read(whole.id);
  if (!stored.ok) return stored;
  const strangers = [whole, stored.value.report].flatMap((report) => ofOthers(report, section));
  const isStrange = ({ base, mark, title, texts }: (typeof handedIn.rows)[number]): boolean =>
    base === null &&
    strangers.some(
      (row) =>
        row.id === mark ||
        (title !== '' &&
          plainName(row.title) === plainName(title) &&
          (texts['section'] ?? []).join('').includes(row.section)),
    );
  if (handedIn.rows.some(isStrange)) return refused('other-section');

  const hash = hashOfWord(given, handedIn.rows);
  const earlier = handIns
    .taken(whole.id)
    .filter((one) => one.baseSequence === start.sequence && one.section === section);
  const made = rowsOfWord(given, handedIn.rows, earlier);
  const { initiatives: base, own: _own, ...heading } = given.report;
  const summary = reports.summary(whole.id);
  const numbers = new Map(given.table.rows.map(({ id, number }) => [id, number]));
  return success({
    part: {
      kind: 'handed-in',
      hash,
      content: {
        format: partFormat,
        report: heading,
        section,
        start,
        log: [],
        base,
        rows: made.rows,
        present: made.rows.map(({ id }) => id),
        after: made.after,
        by: toPlainLine(by).slice(0, 100),
        at: Number.isNaN(Date.parse(modified)) ? now.toISOString() : new Date(modified).toISOString(),
        revision: facts.marks.revision ?? summary?.revision ?? 1,
        note: '',
        deadline: facts.marks.givenOut?.deadline ?? '',
      },
    },
    word: {
      untouched: isUntouched(handedIn, modified, base),
      byTitle: searched !== null || handedIn.rows.some(({ by: how }) => how === 'title' || how === 'text'),
      rows: handedIn.rows.map((row, at) => ({
        place: at + 1,
        title: row.title,
        by: row.by,
        row: row.base === null ? null : (numbers.get(row.base) ?? null),
      })),
      gone: given.table.rows
        .filter(({ id }) => !handedIn.rows.some((row) => row.base === id))
        .map(({ id, number }) => ({
          row: number,
          title: base.find((row) => row.id === id)?.title ?? '',
        })),
      unplaced: [...handedIn.unplaced, ...made.unplaced],
    },
  });
}

/** Whether a file is as it was given out: nobody saved it, and it says nothing else. */
function isUntouched(
  { rows }: WordHandIn['handedIn'],
  modified: string,
  base: Report['initiatives'],
): boolean {
  return (
    modified === '' &&
    rows.length === base.length &&
    rows.every((row, at) => row.base === base[at]?.id && Object.keys(row.texts).length === 0)
  );
}

function ofOthers({ initiatives }: Report, section: string): Report['initiatives'] {
  return initiatives.filter((row) => row.section !== section);
}
