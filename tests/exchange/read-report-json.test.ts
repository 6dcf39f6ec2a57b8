import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { contentHash } from '../../main/application/content-hash.ts';
import { identify } from '../../main/domain/identify.ts';
import { readReportJson } from '../../main/exchange/read-report-json.ts';
import { interchangeOf, writeReportJson } from '../../main/exchange/write-report-json.ts';
import { arbitraryReport } from '../support/arbitrary-report.ts';
import { countingIdentifiers } from '../support/counting-identifiers.ts';
import { must, mustFail } from '../support/must.ts';
import { readInterchange, reportFiles, sampleReport } from '../support/real-report.ts';

const path = '報告.json';
const bytesOf = (value: unknown): Uint8Array =>
  new TextEncoder().encode(typeof value === 'string' ? value : JSON.stringify(value));
const read = (value: unknown): ReturnType<typeof readReportJson> => readReportJson(bytesOf(value), path);

interface LooseReport extends Record<string, unknown> {
  initiatives: (Record<string, unknown> & {
    plan: unknown[];
    targets: Record<string, unknown>[];
    outcomes: Record<string, unknown>[];
  })[];
}
function changedSample(change: (report: LooseReport) => void): LooseReport {
  const report = readInterchange(sampleReport) as LooseReport;
  change(report);
  return report;
}
function firstRow(report: LooseReport): LooseReport['initiatives'][number] {
  const [row] = report.initiatives;
  if (row === undefined) throw new Error('the sample has no rows');
  return row;
}

describe.each(reportFiles())('$name', ({ path: file }) => {
  test('comes in and goes out as an equal document, identifiers aside', () => {
    const { draft, warnings } = must(readReportJson(readFileSync(file), file));
    expect(warnings).toEqual([]);
    const { report } = identify(draft, {
      existing: null,
      taken: new Set(),
      newIdentifier: countingIdentifiers(),
    });
    const withoutIds = JSON.parse(
      JSON.stringify(interchangeOf(report), (key, value: unknown) => (key === 'id' ? undefined : value)),
    ) as unknown;
    expect(withoutIds).toEqual(readInterchange(file));
  });
});

test('the stage is a key that is left out where nobody chose one, and makes no other content', () => {
  fc.assert(
    fc.property(arbitraryReport, (report) => {
      const unchosen = { ...report, stage: null };
      expect(interchangeOf(unchosen)).not.toHaveProperty('stage');
      expect(interchangeOf({ ...report, stage: 'report' })).toHaveProperty('stage', 'report');
      expect(contentHash({ ...report, stage: 'declaration' })).toBe(contentHash(unchosen));
    }),
    { numRuns: 30 },
  );
  expect(must(read(changedSample((report) => (report['stage'] = 'declaration')))).draft.stage).toBe(
    'declaration',
  );
});

test('a page break of the declaration is a key that is left out where there is none', () => {
  const report = must(read(changedSample(() => undefined))).draft;
  const { initiatives } = identify(report, {
    existing: null,
    taken: new Set(),
    newIdentifier: countingIdentifiers(),
  }).report;
  const [first] = initiatives;
  if (first === undefined) throw new Error('the sample has no rows');
  const rowOf = (row: typeof first): unknown =>
    (interchangeOf({ ...report, id: 'r', initiatives: [row] })['initiatives'] as unknown[])[0];
  expect(rowOf(first)).not.toHaveProperty('declarationPageBreakBefore');
  expect(rowOf({ ...first, declarationPageBreakBefore: true })).toHaveProperty(
    'declarationPageBreakBefore',
    true,
  );
});

test('any report survives writing and reading, identifiers included', () => {
  fc.assert(
    fc.property(arbitraryReport, (report) => {
      const { draft } = must(read(writeReportJson(report)));
      const back = identify(draft, {
        existing: null,
        taken: new Set(),
        newIdentifier: countingIdentifiers(),
      });
      const ids = JSON.stringify(report).match(/"id":"\w+"/g) ?? [];
      fc.pre(new Set(ids).size === ids.length);
      expect(back.report).toEqual(report);
    }),
    { numRuns: 200 },
  );
});

test('a year without a label gets the usual one', () => {
  const { draft } = must(
    read(
      changedSample((report) => {
        report['fiscalYear'] = 2019;
        delete report['yearLabel'];
      }),
    ),
  );
  expect(draft.yearLabel).toBe('令和元年度');
});

test('a byte order mark is passed over', () => {
  const bytes = Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), readFileSync(sampleReport)]);
  expect(readReportJson(bytes, path).ok).toBe(true);
});

test('broken JSON names line and column', () => {
  const text = JSON.stringify(readInterchange(sampleReport), null, 1).replace(
    '"municipality": "',
    '"municipality" "',
  );
  expect(mustFail(read(text))).toMatchObject({ code: 'json-broken', line: 3 });
  expect(mustFail(read('{"format":'))).toMatchObject({ code: 'json-broken', line: 1 });
  expect(mustFail(read(''))).toMatchObject({ code: 'json-broken' });
});

test('a file that is not UTF-8 is refused as that', () => {
  expect(mustFail(readReportJson(Buffer.from([0x93, 0xfa, 0x96, 0x7b]), path)).code).toBe('file-not-utf8');
});

test('nesting beyond need is refused before it is parsed', () => {
  const deep = `{"format":"sengen-report/1","x":${'['.repeat(1_000_000)}${']'.repeat(1_000_000)}}`;
  expect(mustFail(read(deep)).code).toBe('json-too-deep');
});

test.each([
  [{ format: 'sengen-report/2' }, 'format-from-the-future'],
  [{ format: 'sengen-report/10' }, 'format-from-the-future'],
  [{ format: 'other' }, 'format-unknown'],
  [{}, 'format-unknown'],
  [[], 'format-unknown'],
  ['null', 'format-unknown'],
  ['"sengen-report/1"', 'format-unknown'],
])('%j is refused as %s', (value, code) => {
  expect(mustFail(read(value)).code).toBe(code);
});

test.each<[string, (report: LooseReport) => void, string]>([
  ['a missing title', (report) => delete firstRow(report)['title'], 'initiatives[0].title'],
  ['a number as title', (report) => (firstRow(report)['title'] = 7), 'initiatives[0].title'],
  ['a text as plan', (report) => (firstRow(report)['plan'] = '一文' as never), 'initiatives[0].plan'],
  ['a year as text', (report) => (report['fiscalYear'] = '2016'), 'fiscalYear'],
  ['half a year', (report) => (report['fiscalYear'] = 2016.5), 'fiscalYear'],
  [
    'an unheard-of verdict',
    (report) => (firstRow(report).targets[0] = { measure: '目標', verdict: 'done' }),
    'initiatives[0].targets[0].verdict',
  ],
  ['no head', (report) => delete report['head'], 'head'],
  ['rows as an object', (report) => (report.initiatives = {} as never), 'initiatives'],
  [
    'an outcome of a target that is not there',
    (report) => ((firstRow(report).outcomes[0] ?? {})['targets'] = [2]),
    'initiatives[0].outcomes[0].targets',
  ],
  [
    'an outcome of target 0',
    (report) => ((firstRow(report).outcomes[0] ?? {})['targets'] = [0]),
    'initiatives[0].outcomes[0].targets[0]',
  ],
])('%s is refused with its place', (_case, change, place) => {
  const failure = mustFail(read(changedSample(change)));
  expect(failure).toMatchObject({ code: 'content-invalid' });
  expect(failure.code === 'content-invalid' && failure.issues.map((issue) => issue.path)).toContain(place);
});

test('control characters are refused with each place and character', () => {
  const failure = mustFail(
    read(
      changedSample((report) => {
        firstRow(report)['title'] = '取組\u0007';
        firstRow(report).plan.push('後\uFFFF', '片割れ\uD842');
      }),
    ),
  );
  expect(failure).toMatchObject({
    code: 'control-characters',
    places: [
      { path: 'initiatives[0].title', character: 'U+0007' },
      { path: 'initiatives[0].plan[1]', character: 'U+FFFF' },
      { path: 'initiatives[0].plan[2]', character: 'U+D842' },
    ],
  });
});

test('what is kept in another way, or not at all, is said', () => {
  const { draft, warnings } = must(
    read(
      changedSample((report) => {
        report['colour'] = 'red';
        const row = firstRow(report);
        row['number'] = 9;
        row['title'] = '題名\t続き';
        row['budget'] = 100;
        row.plan[0] = '一行目\n二行目';
        row.plan.push('あ'.repeat(10_000));
        row['id'] = 'Not An Id!';
        (row.outcomes[0] ?? {})['targets'] = [1, 1];
      }),
    ),
  );
  expect(new Set(warnings.map(({ code }) => code))).toEqual(
    new Set([
      'unknown-key',
      'number-not-its-place',
      'breaks-made-spaces',
      'line-breaks-split',
      'long-paragraph',
      'identifier-replaced',
      'repeated-target',
    ]),
  );
  expect(warnings).toContainEqual({ code: 'unknown-key', path: 'initiatives[0].budget' });
  const [row] = draft.initiatives;
  expect(row?.title).toBe('題名 続き');
  expect(row?.plan.slice(0, 2)).toEqual(['一行目', '二行目']);
  expect(row?.plan[2]).toHaveLength(10_000);
  expect(row?.id).toBeNull();
});

test('a key that stands twice is said', () => {
  const text = readFileSync(sampleReport, 'utf8').replace('"title":', '"title": "古い題名", "title":');
  expect(must(read(text)).warnings).toContainEqual({ code: 'repeated-key', key: 'title' });
});

test('a key named __proto__ changes nothing but draws a warning', () => {
  const text = readFileSync(sampleReport, 'utf8').replace('{', '{"__proto__": {"polluted": true},');
  const { warnings } = must(read(text));
  expect(warnings).toContainEqual({ code: 'unknown-key', path: '__proto__' });
  expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
});

test('no bytes make the reader throw', () => {
  const sample = readFileSync(sampleReport);
  fc.assert(
    fc.property(
      fc.nat(sample.length - 1),
      fc.uint8Array({ maxLength: 4 }),
      fc.nat(40),
      (at, bytes, cut) => {
        const damaged = Buffer.concat([sample.subarray(0, at), bytes, sample.subarray(at + cut)]);
        const result = readReportJson(damaged, path);
        expect(typeof result.ok).toBe('boolean');
      },
    ),
    { numRuns: 1_000 },
  );
});

test('a text of more values than any report has is refused before it is parsed', () => {
  const deep = `{"format":"sengen-report/1","rest":[${'[[[[[[]]]]]],'.repeat(400_000)}0]}`;
  expect(mustFail(readReportJson(Buffer.from(deep), path))).toMatchObject({ code: 'json-too-many' });
  const flat = `[${'1,'.repeat(1_500_000)}1]`;
  expect(mustFail(readReportJson(Buffer.from(flat), path)).code).toBe('json-too-many');
  const keys = `{${'"a":1,'.repeat(300)}"format":"x"}`;
  expect(mustFail(readReportJson(Buffer.from(keys), path)).code).toBe('format-unknown');
});
