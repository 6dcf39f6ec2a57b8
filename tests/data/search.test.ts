import { join } from 'node:path';
import SqliteDatabase from 'better-sqlite3';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { gramsVersion } from '../../main/domain/search-grams.ts';
import { searchHit } from '../../main/domain/search-hit.ts';
import type { LibraryFile } from '../../main/data/library-file.ts';
import type { Edit } from '../../shared/model/edits.ts';
import type { Report } from '../../shared/model/report.ts';
import { searchWords } from '../../shared/model/search-text.ts';
import { arbitraryLine } from '../support/arbitrary-report.ts';
import { randomEdit } from './random-edit.ts';
import {
  actor,
  identifier,
  initiative,
  newLibrary,
  reopened,
  report,
  step,
  valueOf,
} from './sample-content.ts';
import { indexContent } from './index-content.ts';
import { temporaryFolder } from './temporary-folder.ts';
import { howMany } from '../support/how-many.ts';

function libraryOf(...reports: Report[]): LibraryFile {
  const library = newLibrary(join(temporaryFolder(), 'a.sengen'));
  for (const content of reports) valueOf(library.reports.create(content, actor));
  indexAll(library);
  return library;
}

function indexAll(library: LibraryFile): void {
  while (valueOf(library.search.bringUp(3)) > 0);
}

function find(library: LibraryFile, query: string, limit = 50): string[] {
  return library.search.find({ query, limit, after: null }).hits.map(({ title }) => title);
}

const titled = (...titles: string[]): Report =>
  report({
    initiatives: titles.map((title) => initiative({ title, plan: [], results: [], direction: [] })),
  });

describe('what looks the same', () => {
  const names = titled(
    '4月〜6月の相談',
    '４月～６月の点検',
    '髙橋・山﨑公園',
    '高橋･山崎公園',
    'サービスの見直し',
  );

  test('is found whichever is asked for, and the author’s own characters are marked', () => {
    const library = libraryOf(names);
    for (const query of ['月〜', '月～', '月~', '4月~6月']) {
      expect(find(library, query), query).toEqual(['4月〜6月の相談', '４月～６月の点検']);
    }
    expect(find(library, '・山')).toEqual(['髙橋・山﨑公園', '高橋･山崎公園']);
    expect(find(library, 'サ-ビス')).toEqual([]);
    const [hit] = library.search.find({ query: '6月~', limit: 1, after: null }).hits;
    expect(hit).toBeUndefined();
    const [second] = library.search.find({ query: '4月~ 点検', limit: 1, after: null }).hits;
    expect(second?.marks.map(([start, end]) => second.excerpt.slice(start, end))).toEqual([
      '４月～',
      '点検',
    ]);
    library.close();
  });

  test('forms of a kanji are one on demand', () => {
    const library = libraryOf(names);
    const titles = (query: string, variants: boolean): string[] =>
      library.search.find({ query, variants, limit: 50, after: null }).hits.map(({ title }) => title);
    expect(titles('高橋', false)).toEqual(['高橋･山崎公園']);
    expect(titles('髙', false)).toEqual(['髙橋・山﨑公園']);
    for (const query of ['高橋', '髙', '﨑', '山崎公園']) {
      expect(titles(query, true), query).toEqual(['髙橋・山﨑公園', '高橋･山崎公園']);
    }
    const [hit] = library.search.find({ query: '山崎', variants: true, limit: 1, after: null }).hits;
    expect(hit?.marks.map(([start, end]) => hit.excerpt.slice(start, end))).toEqual(['山﨑']);
    library.close();
  });

  test('is found in a library whose index an earlier program filled', () => {
    const path = join(temporaryFolder(), 'a.sengen');
    const before = newLibrary(path);
    valueOf(before.reports.create(names, actor));
    indexAll(before);
    before.close();
    const database = new SqliteDatabase(path);
    // As it was: other runs, of an earlier version, and nothing queued.
    database.exec(`
      INSERT INTO search_index (search_index) VALUES ('delete-all');
      UPDATE search_version SET number = 1;`);
    database.close();

    const library = reopened(path);
    indexAll(library);
    expect(find(library, '月~')).toEqual(['4月〜6月の相談', '４月～６月の点検']);
    library.close();
    const again = new SqliteDatabase(path);
    expect(again.prepare('SELECT number FROM search_version').pluck().all()).toEqual([gramsVersion]);
    again.close();
  });
});

describe('a search', () => {
  test('finds words of any length, in the middle and at the end of a line', () => {
    const library = libraryOf(titled('港の朝市', '読書通帳の配布', '朝'));
    for (const query of ['読', '読書', '読書通', '読書通帳の配布', '布', '配布', '書通帳の', '帳']) {
      expect(find(library, query), query).toEqual(['読書通帳の配布']);
    }
    expect(find(library, '朝')).toEqual(['港の朝市', '朝']);
    expect(find(library, '朝市')).toEqual(['港の朝市']);
    expect(find(library, '読書配布')).toEqual([]);
    library.close();
  });

  test('finds rows in which every word stands, whatever the field and the width of spaces', () => {
    const content = report({
      initiatives: [
        initiative({ title: '朝市', plan: ['毎月２回開きます。'] }),
        initiative({ title: '朝市', plan: ['毎週開きます。'] }),
      ],
    });
    const library = libraryOf(content);
    const hits = library.search.find({ query: '朝市　2回  図書館課', limit: 50, after: null }).hits;
    expect(hits).toHaveLength(1);
    expect(hits[0]).toEqual({
      report: content.id,
      yearLabel: '令和8年度',
      fiscalYear: 2026,
      department: '教育文化部',
      initiative: content.initiatives[0]!.id,
      row: 1,
      title: '朝市',
      field: 'title',
      fieldName: '取組名',
      excerpt: '朝市',
      marks: [[0, 2]],
    });
    library.close();
  });

  test('counts full and half width and case as one, hiragana and katakana as two', () => {
    const library = libraryOf(titled('ＤＸ推進５００件', 'ｶﾞｽ管', 'がす灯', '㈱みなと'));
    expect(find(library, 'dx')).toEqual(['ＤＸ推進５００件']);
    expect(find(library, 'Dx推進500')).toEqual(['ＤＸ推進５００件']);
    expect(find(library, 'ガス')).toEqual(['ｶﾞｽ管']);
    expect(find(library, 'がす')).toEqual(['がす灯']);
    expect(find(library, '(株)')).toEqual(['㈱みなと']);
    library.close();
  });

  test('passes over rows that have the pieces of a word but not the word', () => {
    const library = libraryOf(titled('日本酒と本酒蔵', '日本酒蔵の見学', '本酒蔵、日本酒', '日本酒蔵'));
    expect(find(library, '日本酒蔵')).toEqual(['日本酒蔵の見学', '日本酒蔵']);
    library.close();
  });

  test('never reads a query as syntax', () => {
    const syntax = [
      '"',
      '*',
      'NEAR(',
      'a" OR "b',
      'grams:',
      '^朝',
      'AND',
      '-',
      '%',
      '_',
      "'; DROP",
      '\\',
      '()',
    ];
    const library = libraryOf(titled('港の朝市', ...syntax.map((text) => `記号${text}`)));
    for (const text of syntax) {
      const words = searchWords(text);
      const expected = ['港の朝市', ...syntax.map((one) => `記号${one}`)].filter((title) =>
        words.every((word) => title.normalize('NFKC').toLowerCase().includes(word)),
      );
      expect(find(library, text), text).toEqual(expected);
    }
    expect(find(library, '朝*')).toEqual([]);
    expect(find(library, '%')).toEqual(['記号%']);
    library.close();
  });

  test('answers nothing to a query without a word', () => {
    const library = libraryOf(titled('港の朝市'));
    expect(library.search.find({ query: ' 　', limit: 50, after: null })).toEqual({ hits: [], more: null });
    library.close();
  });

  test('goes from the newest year to the oldest, page by page, without a gap or a repetition', () => {
    const years = [2020, 2026, 2023, 2026];
    const reports = years.map((fiscalYear, index) => ({
      ...titled(...[1, 2, 3, 4, 5].map((number) => `朝市${index}-${number}`)),
      fiscalYear,
    }));
    const library = libraryOf(...reports);
    const all = find(library, '朝市', 200);
    expect(all).toEqual(
      [3, 1, 2, 0].flatMap((index) => [1, 2, 3, 4, 5].map((number) => `朝市${index}-${number}`)),
    );
    const paged: string[] = [];
    let after: string | null = null;
    do {
      const { hits, more } = library.search.find({ query: '朝市', limit: 3, after });
      expect(hits.length).toBeGreaterThan(0);
      paged.push(...hits.map(({ title }) => title));
      after = more;
    } while (after !== null);
    expect(paged).toEqual(all);
    library.close();
  });

  test('says that there is no more when the last hit was shown', () => {
    const library = libraryOf(titled('朝市1', '朝市2'));
    expect(library.search.find({ query: '朝市', limit: 2, after: null }).more).toBeNull();
    expect(library.search.find({ query: '朝市', limit: 1, after: null }).more).not.toBeNull();
    library.close();
  });

  test('gives rows the number that they have now', () => {
    const content = titled('朝市1', '朝市2', '朝市3');
    const library = libraryOf(content);
    const moved = content.initiatives[2]!;
    const move: Edit = { kind: 'move-initiative', initiative: moved.id, from: 2, to: 0 };
    valueOf(library.reports.commit(content.id, step(move), actor));
    indexAll(library);
    const { hits } = library.search.find({ query: '朝市', limit: 50, after: null });
    expect(hits.map(({ row, title }) => [row, title])).toEqual([
      [1, '朝市3'],
      [2, '朝市1'],
      [3, '朝市2'],
    ]);
    library.close();
  });

  test('follows a report to another year', () => {
    const [one, other] = [titled('朝市A'), titled('朝市B')];
    const library = libraryOf({ ...one, fiscalYear: 2024 }, { ...other, fiscalYear: 2025 });
    expect(find(library, '朝市')).toEqual(['朝市B', '朝市A']);
    const edit: Edit = {
      kind: 'set-field',
      owner: 'report',
      field: 'fiscalYear',
      before: 2024,
      after: 2027,
    };
    valueOf(library.reports.commit(one.id, step(edit), actor));
    indexAll(library);
    expect(find(library, '朝市')).toEqual(['朝市A', '朝市B']);
    library.close();
  });

  test('passes over reports in the bin until they are taken out', () => {
    const content = titled('朝市');
    const library = libraryOf(content);
    valueOf(library.bin.put(content.id, actor.at));
    expect(find(library, '朝市')).toEqual([]);
    valueOf(library.bin.takeOut(content.id));
    expect(find(library, '朝市')).toEqual(['朝市']);
    library.close();
  });
});

describe('the index', () => {
  test('is brought up outside of the saving transaction, oldest change first', () => {
    const content = titled('朝市', '夜市', '昼市');
    const library = newLibrary(join(temporaryFolder(), 'a.sengen'));
    valueOf(library.reports.create(content, actor));
    expect(find(library, '市')).toEqual([]);
    expect(valueOf(library.search.bringUp(2))).toBe(1);
    expect(find(library, '市')).toEqual(['朝市', '夜市']);
    expect(valueOf(library.search.bringUp(2))).toBe(0);
    expect(find(library, '市')).toEqual(['朝市', '夜市', '昼市']);
    library.close();
  });

  test('finds a place for a row when every place of its report was used once', () => {
    const path = join(temporaryFolder(), 'a.sengen');
    const content = titled('朝市', '夜市');
    let library = newLibrary(path);
    valueOf(library.reports.create(content, actor));
    indexAll(library);
    library.close();
    const lowest = (2026 * 2 ** 20 + 1) * 2 ** 20;
    const database = new SqliteDatabase(path);
    database
      .prepare('UPDATE search_rows SET doc = ? WHERE initiative = ?')
      .run(lowest, content.initiatives[0]!.id);
    database.close();
    library = reopened(path);
    const added = initiative({ title: '昼市' });
    const add: Edit = { kind: 'add-initiative', at: 2, initiative: added };
    valueOf(library.reports.commit(content.id, step(add), actor));
    indexAll(library);
    expect(find(library, '昼市')).toEqual(['昼市']);
    library.close();
    const looked = new SqliteDatabase(path);
    const docs = looked.prepare<[], number>('SELECT doc FROM search_rows').pluck().all();
    looked.close();
    expect(new Set(docs).size).toBe(3);
    for (const doc of docs) expect(Math.floor((doc - lowest) / 2 ** 20)).toBe(0);
  });

  test.each([
    ['lost its content', 'DELETE FROM search_index_data WHERE id > 10'],
    ['lost all of it', 'DELETE FROM search_index_data'],
    ['has content that is not its own', "UPDATE search_index_data SET block = x'00ff00ff' WHERE id > 10"],
  ])('that %s is made anew when the library is opened', (_what, damage) => {
    const library = libraryOf(titled('港の朝市', '夜市'));
    const { path } = library;
    library.close();
    const kept = indexContent(path);
    const database = new SqliteDatabase(path);
    database.unsafeMode();
    expect(database.prepare(damage).run().changes).toBeGreaterThan(0);
    database.close();

    const healed = reopened(path);
    indexAll(healed);
    expect(find(healed, '市')).toEqual(['港の朝市', '夜市']);
    healed.close();
    expect(indexContent(path)).toEqual(kept);
  });

  test('after whatever was done is what it would be if it were made anew, and finds what reading finds', () => {
    const found = new Set<number>();
    fc.assert(
      fc.property(
        fc.array(
          fc.record({
            kind: fc.constantFrom('step', 'step', 'step', 'undo', 'redo', 'index'),
            choices: fc.array(fc.array(fc.nat(1_000), { minLength: 4, maxLength: 4 }), {
              minLength: 1,
              maxLength: 4,
            }),
          }),
          { minLength: 1, maxLength: 30 },
        ),
        fc.array(arbitraryLine, { minLength: 1, maxLength: 8 }),
        (actions, lines) => {
          const first = report({
            initiatives: lines.map((line, index) =>
              initiative({ title: line, plan: [lines[index - 1] ?? '港の朝市'] }),
            ),
          });
          let library = libraryOf(first);
          const { path } = library;
          for (const { kind, choices } of actions) {
            if (kind === 'index') valueOf(library.search.bringUp(2));
            else if (kind === 'step') commitRandom(library, first.id, choices);
            else library.reports[kind](first.id, identifier(), actor);
          }
          indexAll(library);
          const { report: now } = valueOf(library.reports.read(first.id));
          for (const query of queriesOf(now)) {
            const expected = now.initiatives
              .filter((row) => searchHit(row, searchWords(query)) !== null)
              .map(({ id }) => id);
            const { hits } = library.search.find({ query, limit: 200, after: null });
            expect(
              hits.map((hit) => hit.initiative),
              query,
            ).toEqual(expected);
            found.add(hits.length);
          }
          library.close();
          const kept = indexContent(path);
          library = reopened(path);
          valueOf(library.search.rebuild());
          indexAll(library);
          library.close();
          expect(indexContent(path)).toEqual(kept);
        },
      ),
      { numRuns: howMany({ usual: 8, long: 60 }) },
    );
    // Some queries found several rows, so the comparison was not of nothing with nothing.
    expect(Math.max(...found)).toBeGreaterThan(3);
  });
});

function commitRandom(library: LibraryFile, id: string, choices: readonly number[][]): void {
  const { report: before } = valueOf(library.reports.read(id));
  for (const choice of choices) {
    library.reports.commit(id, { id: identifier(), edits: [randomEdit(before, choice)] }, actor);
  }
}

/** Words of one to five characters out of the report's own texts, and two of them together. */
function queriesOf({ initiatives }: Report): string[] {
  const texts = initiatives
    .flatMap(({ title, plan }) => [title, ...plan])
    .filter((text) => text.trim() !== '');
  const pieces = texts.slice(0, 12).flatMap((text) => {
    const characters = [...text.replaceAll(/\s/gu, '')];
    return [1, 2, 3, 5].map((length) => characters.slice(-length - 1, characters.length - 1).join(''));
  });
  const words = pieces.filter((piece) => searchWords(piece).length === 1);
  return [...words, ...words.slice(1).map((word, index) => `${words[index] ?? ''}\u3000${word}`)];
}
