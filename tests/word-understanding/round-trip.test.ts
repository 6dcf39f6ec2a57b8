import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { identify } from '../../main/domain/identify.ts';
import type { ReportDraft } from '../../main/domain/report-draft.ts';
import { interchangeOf } from '../../main/exchange/write-report-json.ts';
import { readPackageParts } from '../../main/word/reading/read-package.ts';
import { carriedReport } from '../../main/word/writing/carried-report.ts';
import { formNames } from '../../shared/model/form.ts';
import { formOfReport } from '../../shared/model/forms/form-of-report.ts';
import type { Initiative, Report } from '../../shared/model/report.ts';
import { variedReport } from '../../scripts/bench/varied-report.ts';
import { convertInLibreOffice } from '../support/convert-in-libre-office.ts';
import { arbitraryReport } from '../support/arbitrary-report.ts';
import { must } from '../support/must.ts';
import { reportFiles, sampleReport } from '../support/real-report.ts';
import { validateWord } from '../support/validate-word.ts';
import { zipByHand } from '../../scripts/suites/hostile-word/zip-by-hand.ts';
import { exported, reportOfFile } from './own-files.ts';
import { WordSurgery } from '../marked/word-surgery.ts';
import { draftOfFile, shown, understood } from './understood.ts';
import { howMany } from '../support/how-many.ts';

/** The draft as the JSON that an empty library would give for it. */
function taken(draft: ReportDraft): Record<string, unknown> {
  let made = 0;
  const { report, replaced } = identify(draft, {
    existing: null,
    taken: new Set(),
    newIdentifier: () => `made${String((made += 1)).padStart(6, '0')}`,
  });
  expect(replaced).toEqual([]);
  expect(made).toBe(0);
  return interchangeOf(report);
}

/** The document part with `change` made to it, all else as it was. */
async function withDocument(bytes: Uint8Array, change: (xml: string) => string): Promise<Uint8Array> {
  const parts = must(await readPackageParts(bytes));
  return zipByHand(
    [...parts].map(([name, content]) => ({
      name,
      content: name === 'word/document.xml' ? change(new TextDecoder().decode(content)) : content,
    })),
  );
}

describe('An exported Word file read into an empty library gives the same JSON', () => {
  const reports: readonly (readonly [string, () => Report])[] = [
    ...reportFiles().map(({ name, path }) => [name, () => reportOfFile(path)] as const),
    ['60 varied rows', () => variedReport(60)],
  ];
  for (const form of formNames) {
    for (const [name, read] of reports) {
      it(`${name}, as ${form}`, async () => {
        const report = read();
        const { draft, unplaced, missing, paragraphs, placed } = await understood(
          await exported(report, form),
        );
        expect(taken(draft)).toEqual(interchangeOf(carriedReport(report, formOfReport(report, form))));
        expect({ unplaced, missing, lost: paragraphs - placed }).toEqual({
          unplaced: [],
          missing: [],
          lost: 0,
        });
      });
    }

    it(`any report, as ${form}`, async () => {
      await fc.assert(
        fc.asyncProperty(arbitraryReport, async (report) => {
          const { draft } = await understood(await exported(report, form));
          expect(interchangeOf(identified(draft))).toEqual(
            interchangeOf(carriedReport(report, formOfReport(report, form))),
          );
        }),
        { numRuns: howMany({ usual: 10, long: 60 }) },
      );
    });
  }

  it('also after LibreOffice saved it again', async () => {
    for (const { path } of reportFiles()) {
      const report = reportOfFile(path);
      const { draft } = await understood(
        await convertInLibreOffice({ content: await exported(report), from: 'docx', to: 'docx' }),
      );
      expect(taken(draft)).toEqual(interchangeOf(report));
    }
  });

  for (const marks of ['with its marks', 'without any mark'] as const) {
    it(`and ${marks}, but without what it carries, all that is printed comes back`, async () => {
      for (const { path } of reportFiles()) {
        const report = reportOfFile(path);
        const surgery = await WordSurgery.open(await exported(report));
        for (const name of surgery.parts.keys()) {
          if (name.startsWith('customXml/')) surgery.parts.delete(name);
        }
        if (marks === 'without any mark') surgery.withoutBookmarks();
        const { draft, missing, unplaced, placed, paragraphs } = await understood(surgery.bytes());
        console.log(`${placed} / ${paragraphs} paragraphs placed`);
        expect({ missing, unplaced }).toEqual({ missing: ['municipality'], unplaced: [] });
        expect(draft.initiatives.map(shown)).toEqual(
          draftOfFile(path).initiatives.map((row) => shown({ ...row, id: null })),
        );
      }
    });
  }

  it('with the labels that stand at the head of bullets, carried along or read off the print alone', async () => {
    const sample = reportOfFile(sampleReport);
    const [first] = sample.initiatives;
    const row: Initiative = {
      ...(first as Initiative),
      plan: ['【新規】広報紙に載せる写真を市民から募ります。', '市史の続きを編みます。'],
      results: ['【重点】写真展を2回開きました。', '【令和8年3月31日時点】応募は 86点でした。'],
      direction: ['[継続] 次年度も写真を募ります。', '【目標値】は変えません。'],
    };
    const report = { ...sample, initiatives: [row] };
    const bare = await WordSurgery.open(await exported(report));
    for (const name of bare.parts.keys()) if (name.startsWith('customXml/')) bare.parts.delete(name);
    bare.withoutBookmarks();
    for (const bytes of [await exported(report), bare.bytes()]) {
      const [read] = (await understood(bytes)).draft.initiatives;
      const { plan, results, direction } = row;
      expect(read).toMatchObject({ plan, results, direction });
    }
  });

  const length = howMany({ usual: 600, long: 8_000 });
  it(`of any length: ${length} rows`, { timeout: 300_000 }, async () => {
    const sample = reportOfFile(sampleReport);
    const report: Report = {
      ...sample,
      initiatives: Array.from({ length }, (_, place) => {
        const own = (id: string): string => `${id}n${place}`;
        const row = sample.initiatives[place % sample.initiatives.length] as Initiative;
        return {
          ...row,
          id: own(row.id),
          targets: row.targets.map((target) => ({ ...target, id: own(target.id) })),
          outcomes: row.outcomes.map((outcome) => ({
            ...outcome,
            id: own(outcome.id),
            targets: outcome.targets.map(own),
          })),
        };
      }),
    };
    const read = await understood(await exported(report));
    expect(read.draft.initiatives).toHaveLength(length);
    expect(read.unplaced).toEqual([]);
    expect(read.draft.initiatives.at(-1)?.id).toBe(report.initiatives.at(-1)?.id);
  });

  it('and the file is valid with what it carries', async () => {
    for (const form of formNames)
      expect(await validateWord(await exported(variedReport(12), form))).toEqual([]);
  });

  it('and the same report gives the same bytes', async () => {
    const report = variedReport(30);
    expect(await exported(report)).toEqual(await exported(structuredClone(report)));
  });
});

function identified(draft: ReportDraft): Report {
  return identify(draft, { existing: null, taken: new Set(), newIdentifier: () => 'neverused' }).report;
}

describe('Where the text was changed by hand the print counts, and only there', () => {
  const report = variedReport(12);
  const [first] = report.initiatives;
  if (first === undefined) throw new Error('no rows');

  it('in a paragraph of the plan', async () => {
    const bytes = await withDocument(await exported(report), (xml) =>
      xml.replace(`>・${first.plan[0] ?? ''}<`, '>・手で書き直した取組内容です。<'),
    );
    const { draft } = await understood(bytes);
    expect(draft.initiatives[0]?.plan).toEqual(['手で書き直した取組内容です。', ...first.plan.slice(1)]);
    const json = interchangeOf(identified(draft)) as { initiatives: { plan: unknown }[] };
    const expected = interchangeOf(report) as { initiatives: { plan: unknown }[] };
    json.initiatives[0]!.plan = expected.initiatives[0]!.plan;
    expect(json).toEqual(expected);
  });

  it('in a target, which keeps its identifier, its verdict and who speaks of it', async () => {
    const place = report.initiatives.findIndex(({ targets }) => targets.length > 1);
    const row = report.initiatives[place] ?? first;
    const bytes = await withDocument(await exported(report), (xml) =>
      xml.replace(`>・${row.targets[0]?.measure ?? ''}`, '>・言い直した指標'),
    );
    const read = (await understood(bytes)).draft.initiatives[place];
    expect(read?.targets).toMatchObject([
      { id: row.targets[0]?.id, verdict: row.targets[0]?.verdict },
      row.targets[1] ?? {},
      ...row.targets.slice(2),
    ]);
    expect(read?.targets[0]?.measure).toContain('言い直した指標');
    expect(
      read?.outcomes.map(({ id, targets }) => ({ id, targets: targets.map((at) => read.targets[at]?.id) })),
    ).toEqual(row.outcomes.map(({ id, targets }) => ({ id, targets: [...targets] })));
  });

  it('in one target only, the other as it was split and judged', async () => {
    const target = (id: string, measure: string, value: string | null) => ({
      id,
      measure,
      note: null,
      value,
      verdict: 'partly-achieved' as const,
    });
    // Read off the print alone, the second target would have a value of 3件.
    const row = {
      ...first,
      targets: [target('tgta', '相談件数', '5件'), target('tgtb', '講座の開催 3件', null)],
      outcomes: [],
    };
    const bytes = await withDocument(await exported({ ...report, initiatives: [row] }), (xml) =>
      xml.replace('>・相談件数 5件<', '>・相談件数 8件<'),
    );
    expect((await understood(bytes)).draft.initiatives[0]?.targets).toEqual([
      target('tgta', '相談件数', '8件'),
      target('tgtb', '講座の開催 3件', null),
    ]);
  });

  it('in title and name', async () => {
    const bytes = await withDocument(await exported(report), (xml) =>
      xml.replace(`${report.headPost} ${report.headName}`, `${report.headPost} 別府 はる`),
    );
    expect((await understood(bytes)).draft).toMatchObject({
      headName: '別府 はる',
      headPost: report.headPost,
      municipality: report.municipality,
      department: report.department,
    });
  });

  it('and a row taken out of the table is gone, one without marks is new', async () => {
    const bytes = await withDocument(await exported(report), (xml) => {
      const rows = xml.match(/<w:tr>.*?<\/w:tr>/gs) ?? [];
      const second = rows.find((row) => row.includes(report.initiatives[1]?.title ?? '?')) ?? '';
      const copy = second
        .replaceAll(/<w:bookmark(?:Start|End)[^>]*\/>/g, '')
        .replace(report.initiatives[1]?.title ?? '?', '新しい取組');
      return xml.replace(second, copy);
    });
    const { draft } = await understood(bytes);
    expect(draft.initiatives).toHaveLength(report.initiatives.length);
    expect(draft.initiatives[1]).toMatchObject({ id: null, title: '新しい取組' });
    expect(draft.initiatives[2]?.id).toBe(report.initiatives[2]?.id);
  });
});

describe('What a published file carries', () => {
  it('is no more than its form prints', async () => {
    const report = variedReport(8);
    const parts = must(await readPackageParts(await exported(report, 'declaration')));
    const carried = new TextDecoder().decode(parts.get('customXml/item1.xml'));
    expect(carried).not.toMatch(/achieved|not-assessable/);
    for (const { results, direction, outcomes } of report.initiatives) {
      for (const text of [...results, ...direction, ...outcomes.map(({ statement }) => statement)]) {
        expect(carried).not.toContain(text);
      }
    }
  });
});
