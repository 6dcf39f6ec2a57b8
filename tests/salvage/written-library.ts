import { copyFileSync } from 'node:fs';
import type { LibraryFile } from '../../main/data/library-file.ts';
import type { StoredSuggestion } from '../../main/data/word/markup-store.ts';
import { applyEdits } from '../../shared/model/apply-edit.ts';
import type { Report } from '../../shared/model/report.ts';
import { randomEdit } from '../data/random-edit.ts';
import {
  actor,
  fullInitiative,
  identifier,
  initiative,
  newLibrary,
  reopened,
  report,
  step,
  valueOf,
} from '../data/sample-content.ts';

export interface WrittenLibrary {
  readonly path: string;
  /** A copy of the file as it was earlier: a backup of it. */
  readonly earlier: string;
}

/**
 * A library as two years of work leave it, made through its stores and closed: four reports, one of them in the bin and
 * one signed with its file, steps that were undone and done again, comments, a marked-up file, links and phrases.
 */
export function writeLibrary(path: string, numbers: () => number, rows: number): WrittenLibrary {
  const edits = 2 * rows + 12;
  let library = newLibrary(path);
  const reports = [2024, 2025, 2026, 2027].map((fiscalYear) => longReport(fiscalYear, rows));
  for (const each of reports) valueOf(library.reports.create(each, actor));
  const [oldest, signed, before, present] = reports as [Report, Report, Report, Report];
  const links = present.initiatives.map(({ id }, at) => ({
    initiative: id,
    earlier: before.initiatives[at]?.id ?? null,
  }));
  valueOf(library.links.confirm(links));
  work(library, signed, numbers, 12);
  sign(library, signed.id);
  work(library, before, numbers, edits / 2);
  valueOf(library.bin.put(oldest.id, actor.at));
  work(library, present, numbers, edits / 2);
  bringBack(library, present.id, valueOf(library.reports.read(present.id)).report.initiatives[0]?.id ?? '');
  talk(library, present.id);
  for (let count = 0; count < 12; count += 1) {
    valueOf(library.phrases.write({ id: identifier(), text: `引き続き取り組みます。${count}` }));
  }
  library.close();
  const earlier = `${path}.earlier`;
  copyFileSync(path, earlier);
  library = reopened(path);
  work(library, valueOf(library.reports.read(present.id)).report, numbers, edits / 2);
  talk(library, present.id);
  library.close();
  return { path, earlier };
}

function longReport(fiscalYear: number, rows: number): Report {
  const initiatives = Array.from({ length: rows }, (_, at) =>
    at % 3 === 0
      ? initiative({ title: `港の見回り 第${at}`, plan: longTexts(at) })
      : fullInitiative({ title: `図書館の取組 第${at}`, results: longTexts(at) }),
  );
  return report({ fiscalYear, yearLabel: `令和${fiscalYear - 2018}年度`, initiatives });
}

/** Some fill pages of their own. */
function longTexts(at: number): string[] {
  const text = '移動図書館の巡回経路を見直し、利用の少ない時間帯を調べて改めます。';
  return Array.from({ length: 1 + (at % 4) }, (_, place) => text.repeat(at % 5 === 0 ? 60 : 2 + place));
}

function work(library: LibraryFile, from: Report, numbers: () => number, count: number): void {
  let content = from;
  for (let made = 0; made < count; made += 1) {
    if (made % 10 === 7) {
      valueOf(library.reports.undo(content.id, identifier(), actor));
      if (made % 20 === 7) valueOf(library.reports.redo(content.id, identifier(), actor));
      content = valueOf(library.reports.read(content.id)).report;
      continue;
    }
    const edit = randomEdit(content, [numbers(), numbers(), numbers(), numbers()]);
    const applied = applyEdits(content, [edit]);
    if (!applied.ok || (edit.kind === 'set-field' && edit.owner === 'report')) continue;
    valueOf(library.reports.commit(content.id, step(edit), actor));
    content = applied.value;
  }
}

function talk(library: LibraryFile, id: string): void {
  const { initiatives } = valueOf(library.reports.read(id)).report;
  for (const row of initiatives.slice(0, 8)) {
    const [thread, comment, reply] = [identifier(), identifier(), identifier()];
    const place = { initiative: row.id, field: 'plan', quote: null } as const;
    valueOf(
      library.comments.start(id, place, { thread, comment, text: `確かめてください: ${row.title}` }, actor),
    );
    valueOf(library.comments.reply(thread, reply, '確かめました。', actor));
    if (row.title.endsWith('3')) valueOf(library.comments.remove(reply));
    if (row.title.endsWith('4')) valueOf(library.comments.resolve(thread, true, actor));
  }
}

function sign(library: LibraryFile, id: string): void {
  const { sequence, report: content } = valueOf(library.reports.read(id));
  const file = new Uint8Array(20_000).map((_, at) => (at * 7 + (at >> 5)) & 0xff);
  const entry = {
    ...{ report: id, sequence, signedBy: '部長', signedAt: '2027-04-01', note: '' },
    ...{ fileName: '目標.docx', sha256: 'a'.repeat(64), content: JSON.stringify(content) },
    ...{ contentHash: 'h', form: 'f', file },
  };
  valueOf(library.signOffs.record(entry, actor));
}

function bringBack(library: LibraryFile, id: string, row: string): void {
  const [bringBackId, field] = [identifier(), identifier()];
  const suggestion: Omit<StoredSuggestion, 'id'> = {
    ...{ bringBack: bringBackId, kind: 'edit', initiative: row, exportedRow: 1, field: 'title' },
    ...{ author: '部長', date: null, before: '前', after: '後', quote: null, comment: null, thread: null },
    ...{ markedField: field, unit: 0, rowKey: '', rowTexts: {}, state: 'open' },
  };
  valueOf(
    library.markups.add(
      {
        bringBack: {
          ...{
            id: bringBackId,
            report: id,
            revision: 1,
            contentHash: 'h',
            form: 'f',
            fileName: '目標.docx',
          },
          ...{ sha256: 's', at: actor.at.toISOString(), by: actor.author, order: [row], unplaced: [] },
        },
        fields: [{ id: field, content: JSON.stringify({ texts: longTexts(3) }) }],
        suggestions: Array.from({ length: 6 }, () => ({ ...suggestion, id: identifier() })),
        threads: [],
      },
      actor,
    ),
  );
}
