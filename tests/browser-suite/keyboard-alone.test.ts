import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterEach, describe, expect, test } from 'vitest';
import { howMany } from '../support/how-many.ts';
import { readInterchange, sampleReport } from '../support/real-report.ts';
import { availableShells, type Shell } from '../support/shells.ts';
import { temporaryFolders } from '../support/temporary-folder.ts';
import { Keyboard } from './keyboard.ts';
import { storedReport } from './stored-report.ts';
import { waitUntilSaved, type TypedReport, type TypedRow } from './type-report.ts';

const newFolder = temporaryFolders();

const verdicts = ['', 'achieved', 'partly-achieved', 'not-achieved', 'not-assessable'];

/** Rows of the sample that have between them all that a row can have; the long run writes every row. */
const ofEveryKind = [2, 8, 10, 12];
const writtenRows = (rows: readonly TypedRow[]): readonly TypedRow[] =>
  rows.filter((_, at) => howMany({ usual: 0, long: 1 }) === 1 || ofEveryKind.includes(at + 1));

/** Writes one row from its title on. What is asked of the page is only where the focus is. */
async function writeRow(keys: Keyboard, row: TypedRow): Promise<void> {
  await keys.at('取組名');
  await keys.type(row.title);
  await keys.tabTo('担当課名');
  await keys.type(row.section);
  await keys.tabTo('取組内容');
  await keys.typeLines(row.plan);
  for (const [at, target] of row.targets.entries()) {
    const name = `達成目標 ${at + 1}`;
    await next(keys, at, '達成目標を追加', `${name} 目標の内容`);
    await keys.type(target.measure);
    await keys.tabTo(`${name} 目標値`);
    await keys.type(target.value ?? '');
    await keys.tabTo(`${name} 補足`);
    await keys.type(target.note ?? '');
    await keys.tabTo(`${name} 判定`);
    for (let step = 0; step < verdicts.indexOf(target.verdict ?? ''); step += 1)
      await keys.press('ArrowDown');
  }
  await keys.tabTo('取組結果');
  await keys.typeLines(row.results);
  await keys.tabTo('今後の取組の方向性');
  await keys.typeLines(row.direction);
  for (const [at, outcome] of row.outcomes.entries()) {
    const name = `達成状況 ${at + 1}`;
    await next(keys, at, '達成状況を追加', `${name} 達成状況の説明`);
    await keys.type(outcome.statement);
    await keys.tabTo(`${name} 時点`);
    await keys.type(outcome.asOf ?? '');
    for (const [place, figure] of outcome.figures.entries()) {
      const of = `${name} の${place + 1}件目の`;
      await next(keys, place, `${name} 実績値を追加`, `${of} 実績値`);
      await keys.type(figure.value);
      await keys.tabTo(`${of} 実績値の 項目名（省略可）`);
      await keys.type(figure.label ?? '');
    }
    if (outcome.asOf === null && outcome.figures.length > 0) {
      // The first figure has brought it along.
      await keys.backTo(`${name} 時点`);
      await keys.press('Control+a');
      await keys.press('Delete');
    }
    // The outcome speaks of a target from the start: of the first of which none speaks.
    const spoken = new Set(row.outcomes.slice(0, at).flatMap(({ targets }) => targets));
    const free = row.targets.findIndex((_, place) => !spoken.has(place + 1)) + 1;
    const ticked = free === 0 && row.targets.length === 1 ? 1 : free;
    for (const place of row.targets.keys()) {
      const target = place + 1;
      if (outcome.targets.includes(target) === (target === ticked)) continue;
      await keys.tabTo(`${name} 対象の達成目標 達成目標 ${target}`);
      await keys.press('Space');
    }
  }
  if (row.pageBreakBefore === true) {
    await keys.tabTo('この取組の前で改ページする');
    await keys.press('Space');
  }
}

/** Goes to the first of several, which stands there ready, or makes another. */
async function next(keys: Keyboard, at: number, more: string, field: string): Promise<void> {
  if (at === 0) return keys.tabTo(field);
  await keys.tabTo(more);
  await keys.press('Enter');
  await keys.at(field);
}

async function writeHeading(keys: Keyboard, report: TypedReport, page: Page): Promise<void> {
  await keys.tabTo('新しい報告を作る');
  await keys.press('Enter');
  await page.getByRole('heading', { name: '新しい報告を作る' }).waitFor();
  await keys.at('市区町村名 ※必須');
  await keys.type(report.municipality);
  await keys.tabTo(/^部名/);
  await keys.type(report.department);
  await keys.tabTo(/^年度(?!の)/);
  await keys.chooseNumber(report.fiscalYear);
  await keys.tabTo(/^年度の表記/);
  await keys.replace(report.yearLabel);
  await keys.tabTo(/^部長の職名/);
  await keys.replace(report.head.post);
  await keys.tabTo(/^部長の氏名/);
  await keys.type(report.head.name);
  await keys.tabTo(/^段階/);
  await keys.press('ArrowDown');
  await keys.tabTo('この内容で作る');
  await keys.press('Enter');
}

describe.each(availableShells())('the $name by keyboard alone', (kind) => {
  const { pictures } = kind;
  let shell: Shell;
  afterEach(() => shell.close());

  test('takes rows of every kind, from the empty program to the last row', async () => {
    shell = await kind.open({ folder: newFolder() });
    const { page } = shell;
    const keys = new Keyboard(page);
    const report = readInterchange(sampleReport) as unknown as TypedReport;
    const rows = writtenRows(report.initiatives);
    expect(rows.length).toBeGreaterThanOrEqual(ofEveryKind.length);
    await page.getByRole('heading', { level: 1 }).waitFor();

    await writeHeading(keys, report, page);
    await page.getByText('まだ取組がありません').first().waitFor();
    await keys.tabTo('最初の取組を追加');
    await keys.press('Enter');
    for (const [at, row] of rows.entries()) {
      await writeRow(keys, row);
      if (at === rows.length - 1) break;
      await keys.command('取組を追加');
    }
    await page.keyboard.press('Control+s');
    await waitUntilSaved(page);
    await page.screenshot({ path: join(pictures, 'keyboard-alone.png') });

    const stored = await storedReport(page);
    expect({
      municipality: stored.municipality,
      department: stored.department,
      fiscalYear: stored.fiscalYear,
      yearLabel: stored.yearLabel,
      head: { post: stored.headPost, name: stored.headName },
    }).toEqual({
      municipality: report.municipality,
      department: report.department,
      fiscalYear: report.fiscalYear,
      yearLabel: report.yearLabel,
      head: report.head,
    });
    for (const [at, row] of rows.entries()) {
      const found = stored.initiatives[at];
      expect(
        found && {
          title: found.title,
          section: found.section,
          pageBreakBefore: found.pageBreakBefore,
          plan: found.plan,
          targets: found.targets.map(({ measure, note, value, verdict }) => ({
            measure,
            note,
            value,
            verdict,
          })),
          results: found.results,
          direction: found.direction,
          outcomes: found.outcomes.map(({ statement, asOf, figures, targets }) => ({
            statement,
            asOf,
            figures,
            targets: targets.map((id) => found.targets.findIndex((target) => target.id === id) + 1),
          })),
        },
        `No.${at + 1}`,
      ).toEqual({
        title: row.title,
        section: row.section,
        pageBreakBefore: row.pageBreakBefore ?? false,
        plan: row.plan,
        targets: row.targets.map(({ measure, note, value, verdict }) => ({
          measure,
          note,
          value,
          verdict,
        })),
        results: row.results,
        direction: row.direction,
        outcomes: row.outcomes,
      });
    }
    expect(stored.initiatives).toHaveLength(rows.length);
  }, 600_000);
});
