import type { LibraryFile } from '../../main/data/library-file.ts';
import type { Initiative, Report } from '../../shared/model/report.ts';
import { actor, fullInitiative, identifier, newLibrary, report, step, valueOf } from './sample-content.ts';

/** A library in which every table holds something, made through its stores, closed. Answers its newest report. */
export function storeEverything(path: string): Report {
  const library = newLibrary(path);
  const content = report({ fiscalYear: 2027 });
  const earlier = report({ fiscalYear: 2026 });
  const [first, second] = content.initiatives;
  valueOf(library.reports.create(earlier, actor));
  valueOf(library.reports.create(content, actor));
  if (first === undefined || second === undefined) throw new Error('a report of two rows is wanted');
  const commit = (...edits: Parameters<typeof step>): void => {
    valueOf(library.reports.commit(content.id, step(...edits), actor));
  };
  commit({
    kind: 'set-field',
    owner: 'row',
    initiative: first.id,
    field: 'title',
    before: first.title,
    after: '題',
  });
  commit({ kind: 'move-initiative', initiative: first.id, from: 0, to: 1 });
  commit({ kind: 'add-initiative', at: 1, initiative: fullInitiative() });
  commit({ kind: 'remove-initiative', at: 0, initiative: second });
  valueOf(library.reports.undo(content.id, identifier(), actor));
  valueOf(library.reports.redo(content.id, identifier(), actor));
  valueOf(library.reports.undo(content.id, identifier(), actor));
  valueOf(library.reports.recordExport({ report: content.id, contentHash: 'h', form: 'f', at: actor.at }));
  valueOf(library.bin.put(earlier.id, actor.at));
  valueOf(library.bin.takeOut(earlier.id));
  const place = { initiative: first.id, field: 'title', quote: null } as const;
  const ids = (): { thread: string; comment: string; text: string } => ({
    thread: identifier(),
    comment: identifier(),
    text: '確かめてください',
  });
  const [kept, removed] = [ids(), ids()];
  valueOf(library.comments.start(content.id, place, kept, actor));
  valueOf(library.comments.start(content.id, place, removed, actor));
  valueOf(library.comments.reply(removed.thread, identifier(), '返事', actor));
  valueOf(library.comments.change(kept.comment, '直しました', actor.at));
  valueOf(library.comments.resolve(kept.thread, true, actor));
  valueOf(library.comments.remove(removed.comment));
  const links = [{ initiative: first.id, earlier: earlier.initiatives[0]?.id ?? null }];
  valueOf(library.links.confirm(links));
  valueOf(library.links.confirm(links.map((link) => ({ ...link, earlier: null }))));
  const phrases = [identifier(), identifier(), identifier()];
  for (const id of phrases) valueOf(library.phrases.write({ id, text: '引き続き取り組みます。' }));
  for (const id of phrases.slice(1)) valueOf(library.phrases.write({ id, text: '見直します。' }));
  valueOf(library.phrases.arrange(phrases.toReversed()));
  valueOf(library.phrases.remove(phrases[0] ?? ''));
  storeMarkup(library, content.id, first.id);
  storeHandIns(library, content.id, first);
  const word = { write: '子ども', instead: ['子供'], note: null };
  valueOf(library.rules.change({ kind: 'word', before: null, after: word }, actor));
  valueOf(library.rules.change({ kind: 'weigh', rule: 'long-sentence', weight: 'off' }, actor));
  storeSignOff(library, content.id);
  const stored = valueOf(library.reports.read(content.id)).report;
  library.close();
  return stored;
}

function storeMarkup(library: LibraryFile, of: string, row: string): void {
  const [bringBack, field, suggestion] = [identifier(), identifier(), identifier()];
  const comment = {
    id: identifier(),
    sourceId: '1',
    author: '部長',
    at: actor.at.toISOString(),
    text: '?',
  };
  const thread = { id: identifier(), sourceId: '1', initiative: row, field: 'title', quote: null };
  valueOf(
    library.markups.add(
      {
        bringBack: {
          id: bringBack,
          report: of,
          revision: 1,
          contentHash: 'h',
          form: 'f',
          fileName: '目標.docx',
          sha256: 's',
          at: actor.at.toISOString(),
          by: actor.author,
          order: [row],
          unplaced: [],
        },
        fields: [{ id: field, content: '{}' }],
        suggestions: [
          {
            id: suggestion,
            bringBack,
            kind: 'edit',
            initiative: row,
            exportedRow: 1,
            field: 'title',
            author: '部長',
            date: null,
            before: '前',
            after: '後',
            quote: null,
            comment: null,
            thread: null,
            markedField: field,
            unit: 0,
            rowKey: '',
            rowTexts: {},
            state: 'open',
          },
        ],
        threads: [{ ...thread, resolved: false, comments: [comment] }],
      },
      actor,
    ),
  );
  valueOf(library.markups.decide([suggestion], 'rejected', actor));
}

function storeHandIns({ handIns }: LibraryFile, of: string, row: Initiative): void {
  const id = identifier();
  const conflict = { id, place: { row: row.id, field: 'title' }, base: '前', terms: ['我', '彼'] };
  const handIn = {
    hash: 'h',
    section: row.section,
    baseSequence: 0,
    sequence: 1,
    rows: [row],
    after: [],
    by: '課',
    at: actor.at.toISOString(),
    revision: 1,
    note: '',
    fileName: '提出.sengen-part',
    step: '',
  };
  valueOf(handIns.add(of, handIn, [conflict, { ...conflict, id: identifier() }], actor));
  valueOf(handIns.settle(id, '', actor));
  const start = { sequence: 0, step: '' };
  valueOf(handIns.distribute(of, { section: row.section, start, base: [row], deadline: '' }));
  valueOf(handIns.rememberHandedIn(of, row.section, 'h', actor.at));
  valueOf(handIns.noteGivenOut(of, row.section, '4月30日', actor));
}

function storeSignOff(library: LibraryFile, of: string): void {
  const { sequence } = valueOf(library.reports.read(of));
  const entry = {
    report: of,
    sequence,
    signedBy: '部長',
    signedAt: '2027-04-01',
    note: '',
    fileName: '目標.docx',
    sha256: 's',
    content: '{}',
    contentHash: 'h',
    form: 'f',
    file: new Uint8Array([1, 2, 3]),
  };
  valueOf(library.signOffs.record(entry, actor));
  valueOf(library.signOffs.startRevision(of, '訂正', actor));
}
