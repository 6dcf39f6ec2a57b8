import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { basename, join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { newIdentifier } from '../../main/application/new-identifier.ts';
import { openLibrary } from '../../main/data/opening/open-library.ts';
import type { Failure } from '../../shared/failure.ts';
import type { Result } from '../../shared/result.ts';
import { must } from '../support/must.ts';
import { openTestApplication, type TestApplication } from '../support/open-test-application.ts';
import { sampleReport } from '../support/real-report.ts';
import { takeIn } from '../support/take-in.ts';
import { lastingFolder } from '../support/temporary-folder.ts';
import { trustRuns } from '../support/trust-runs.ts';

/*
 * The library is switched, closed, or moved away at any step of what takes long. Whatever was answered as stored stands
 * in the library that the request began with, nothing in the other, and every file that was written is whole.
 */

const runs = trustRuns('switching', { quick: 60, whole: 5_000 });
const templates = lastingFolder();
const place = join(templates, '場');
/** So many steps at the most before the library changes under a request. */
const latest = 60;

/** The sample report of another year. */
function reportOf(year: number): string {
  const path = join(templates, `${year}.json`);
  if (!existsSync(path)) {
    const content = JSON.parse(readFileSync(sampleReport, 'utf8')) as Record<string, unknown>;
    writeFileSync(
      path,
      JSON.stringify({ ...content, fiscalYear: year, yearLabel: `令和${year - 2018}年度` }),
    );
  }
  return path;
}

beforeAll(async () => {
  const first = openTestApplication(templates, '甲.sengen');
  must(await first.call('sample.add', {}));
  await first.close();
  await openTestApplication(templates, '乙.sengen').close();
});

/** What one run knows of what it was answered. */
interface Answered {
  /** Years of reports that were answered as stored. */
  readonly stored: number[];
  /** Titles in the order in which they were answered as saved. */
  readonly titles: string[];
  readonly exported: string[];
  readonly failures: Failure[];
}

/** What takes long, and beside it a person who writes. */
const works: Readonly<Record<string, (by: TestApplication, at: number, to: Answered) => Promise<unknown>>> =
  {
    async import(by, at, to) {
      by.files.import = reportOf(2031 + at);
      if (noted(await takeIn(by, {}), to)) to.stored.push(2031 + at);
    },
    async export(by, at, to) {
      const path = join(place, `書出し${at}.docx`);
      by.files.export = path;
      const list = await by.call('reports.list', {});
      const [first] = list.ok ? list.value : [];
      if (first !== undefined && noted(await by.call('reports.export', { report: first.id }), to)) {
        to.exported.push(path);
      }
    },
    async check(by, _at, to) {
      noted(await by.call('library.check', {}), to);
    },
    async search(by, _at, to) {
      noted(await by.call('search.find', { query: '公園', variants: false, limit: 50, after: null }), to);
    },
    async write(by, at, to) {
      const list = await by.call('reports.list', {});
      const [first] = list.ok ? list.value : [];
      if (first === undefined) return;
      const read = await by.call('reports.read', { report: first.id });
      if (!noted(read, to)) return;
      const { id, title: before } = read.value.report.initiatives[0]!;
      const after = `書いた題 ${at}`;
      const edits = [
        { kind: 'set-field', owner: 'row', initiative: id, field: 'title', before, after } as const,
      ];
      const step = { id: newIdentifier(), edits };
      if (noted(await by.call('reports.edit', { report: first.id, step }), to)) to.titles.push(after);
    },
  };

function noted<T>(answer: Result<T>, to: Answered): answer is { ok: true; value: T } {
  if (!answer.ok) to.failures.push(answer.failure);
  return answer.ok;
}

/** What happens to the library meanwhile. */
const changes = {
  switched: async (by: TestApplication) => void must(await by.call('library.open', {})),
  closed: (by: TestApplication) => by.close(),
  moved: () => Promise.resolve(renameSync(join(place, '甲.sengen'), join(place, '甲.moved'))),
};

/** What may be said of a request whose library went; the next one of the same work comes to the other library. */
const expected = [
  'library-changed',
  'library-not-open',
  'library-lost',
  'cancelled',
  'reading-missing',
  'stale-edit',
  'report-missing',
];

test(
  'whatever becomes of the library meanwhile, what was answered stands where it was begun',
  runs.timeout,
  async () => {
    const names = Object.keys(works);
    const ways = Object.keys(changes) as (keyof typeof changes)[];
    for (const { number, random } of runs) {
      mkdirSync(place);
      for (const name of ['甲.sengen', '乙.sengen']) copyFileSync(join(templates, name), join(place, name));
      const application = openTestApplication(place, '甲.sengen', join(place, 'recent.json'));
      application.files['open-library'] = join(place, '乙.sengen');
      const answered: Answered = { stored: [], titles: [], exported: [], failures: [] };
      // Each once: two exports would be asked for one name.
      const chosen = [...new Set(Array.from({ length: random.between(1, 3) }, () => random.of(names)))];
      const way = random.of(ways);
      const under = chosen.map((name, at) => works[name]!(application, at, answered));
      for (let step = random.between(0, latest); step > 0; step -= 1) await new Promise(setImmediate);
      await changes[way](application);
      await Promise.all(under);
      await application.close();
      const wrong = [
        ...answered.failures
          .filter(({ code }) => !expected.includes(code))
          .map((failure) => JSON.stringify(failure)),
        ...application.logged.map(({ error }) => String(error)),
        ...missing(answered, application),
      ];
      if (wrong.length > 0)
        runs.faults.push(`run ${number}, ${way}, ${chosen.join(' ')}: ${wrong.join('; ')}`);
      rmSync(place, { recursive: true });
    }
    expect(runs.faults).toEqual([]);
  },
);

function missing(answered: Answered, application: TestApplication): string[] {
  const rescued = application.sent
    .filter(({ name }) => name === 'library.changed')
    .flatMap(() => rescuedFiles());
  const first = [...rescued, '甲.moved', '甲.sengen'].find((name) => existsSync(join(place, name)))!;
  // A library that was moved goes by another name than any that this program opens.
  if (first === '甲.moved') renameSync(join(place, first), join(place, '甲.sengen'));
  const own = contentOf(first === '甲.moved' ? '甲.sengen' : first);
  const isUntouched = readFileSync(join(place, '乙.sengen')).equals(
    readFileSync(join(templates, '乙.sengen')),
  );
  const other = isUntouched ? { years: [] } : contentOf('乙.sengen');
  return [
    ...answered.stored.filter((year) => !own.years.includes(year)).map((year) => `${year} is not stored`),
    ...(other.years.length > 0 ? [`the other library holds ${other.years.join(' ')}`] : []),
    ...(answered.titles.length > 0 && !answered.titles.some((title) => own.titles.includes(title))
      ? ['no title that was saved is there']
      : []),
    ...answered.exported
      .filter((path) => {
        const bytes = readFileSync(path);
        return bytes.readUInt32LE(bytes.length - 22) !== 0x06054b50;
      })
      .map((path) => `${basename(path)} is not whole`),
  ];
}

function rescuedFiles(): string[] {
  return existsSync(place) ? readdirSync(place).filter((name) => name.includes('.rescued-')) : [];
}

function contentOf(name: string): { years: number[]; titles: string[] } {
  const library = must(openLibrary(join(place, name), () => new Date()));
  const reads = library.reports.list().map(({ id }) => must(library.reports.read(id)));
  library.close();
  return {
    years: reads.map(({ report }) => report.fiscalYear),
    titles: reads.flatMap(({ report }) => report.initiatives.map(({ title }) => title)),
  };
}
