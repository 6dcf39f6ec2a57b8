import type { LibraryFile } from '../../data/library-file.ts';
import type { StoredBringBack } from '../../data/word/markup-store.ts';
import type { MarkedFile, MarkingHost, Reference, WordFileFacts } from '../../foreign-files/jobs.ts';
import { outline } from '../../../shared/model/outline.ts';
import { failed, success, type Result } from '../../../shared/result.ts';
import { actorOf, openedLibrary, type Context } from '../context.ts';
import { contentOfFile, originOf, type ExportedContent } from './exported-content.ts';
import { newIdentifier } from '../new-identifier.ts';
import { suggestionsOf } from './suggestions-of.ts';
import { threadOf } from './thread-of.ts';

/** Reads a marked-up file and stores what it asks for. The same file again answers what is there. */
export async function takeMarkups(context: Context, path: string): Promise<Result<StoredBringBack>> {
  const library = openedLibrary(context);
  if (!library.ok) return library;
  const host = new MarkedLibrary(library.value, context.ports.now);
  const marked = await context.reader.run('marked-word', { path }, host.answers);
  if (!marked.ok) return marked;
  if (host.known !== null) return success(host.known);
  const { facts, found } = marked.value;
  const base = host.contentOf(found?.export ?? null);
  if (found === null || base === null) throw new Error('the job answered what nobody asked');
  return store(context, library.value, facts, found.changes, base);
}

/** What a library answers while a file that comes home is read. */
class MarkedLibrary {
  readonly #library: LibraryFile;
  readonly #now: () => Date;
  /** What the same file brought when it was taken before. */
  known: StoredBringBack | null = null;
  /** The content by the hash that the file bears. */
  #base: ExportedContent | null = null;
  /** The contents that may be it, and those of them that were asked for. */
  #exports: Iterator<ExportedContent | null> | null = null;
  readonly #asked: (ExportedContent | null)[] = [];

  constructor(library: LibraryFile, now: () => Date) {
    this.#library = library;
    this.#now = now;
  }

  readonly answers: MarkingHost = {
    begin: (facts) => this.#begin(facts),
    exported: (at) => {
      const next = this.#exports?.next();
      if (next === undefined || next.done === true) return Promise.resolve(null);
      this.#asked[at] = next.value;
      return Promise.resolve(next.value === null ? 'unknown' : referenceOf(next.value));
    },
  };

  /** The content from which the file was exported: one of those that were asked for, or that of its hash. */
  contentOf(exported: number | null): ExportedContent | null {
    return exported === null ? this.#base : (this.#asked[exported] ?? null);
  }

  async #begin(facts: WordFileFacts): Promise<Result<'known' | 'search' | Reference>> {
    if (facts.marks.givenOut !== null) return failed({ code: 'word-given-out', path: facts.path });
    const origin = originOf(facts, this.#library);
    if (!origin.ok) return origin;
    this.known = this.#library.markups.find(origin.value.report, facts.sha256);
    if (this.known !== null) return success('known');
    const content = await contentOfFile(facts, origin.value, this.#library, this.#now());
    if (!content.ok) return content;
    if (content.value.kind === 'known') {
      this.#base = content.value.content;
      return success(referenceOf(this.#base));
    }
    this.#exports = content.value.contents;
    return success('search');
  }
}

function referenceOf({ report, form }: ExportedContent): Reference {
  return { form, expected: outline(report, form) };
}

function store(
  context: Context,
  library: LibraryFile,
  { fileName, sha256 }: WordFileFacts,
  changes: NonNullable<MarkedFile['found']>['changes'],
  { report, form, revision, contentHash }: ExportedContent,
): Result<StoredBringBack> {
  const actor = actorOf(context);
  const bringBack: StoredBringBack = {
    id: newIdentifier(),
    report: report.id,
    revision,
    contentHash,
    form: form.name,
    fileName,
    sha256,
    at: actor.at.toISOString(),
    by: actor.author,
    order: changes.order,
    unplaced: [...changes.unplaced],
  };
  const fields = changes.fields.map((field) => ({ id: newIdentifier(), field }));
  const threads = changes.comments.map((comment) => threadOf(comment, actor.at));
  const stored = library.markups.add(
    {
      bringBack,
      fields: fields.map(({ id, field }) => ({ id, content: JSON.stringify(field) })),
      suggestions: suggestionsOf({ bringBack: bringBack.id, report, form, changes, fields, threads }),
      threads,
    },
    actor,
  );
  if (!stored.ok) return stored;
  context.ports.send('markups.changed', { report: report.id });
  if (threads.length > 0) context.ports.send('comments.changed', { report: report.id });
  return success(bringBack);
}
