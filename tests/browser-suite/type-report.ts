import type { Locator, Page } from 'playwright-core';
import { expect } from 'vitest';

/** A report as the interchange has it, with the parts that the form shows. */
export interface TypedReport {
  readonly municipality: string;
  readonly department: string;
  readonly fiscalYear: number;
  readonly yearLabel: string;
  readonly head: { readonly post: string; readonly name: string };
  readonly initiatives: readonly TypedRow[];
}

export interface TypedRow {
  readonly title: string;
  readonly section: string;
  readonly pageBreakBefore?: boolean;
  readonly plan: readonly string[];
  readonly targets: readonly {
    readonly measure: string;
    readonly note: string | null;
    readonly value: string | null;
    readonly verdict: string | null;
  }[];
  readonly results: readonly string[];
  readonly direction: readonly string[];
  readonly outcomes: readonly {
    readonly statement: string;
    readonly asOf: string | null;
    readonly figures: readonly { readonly label: string | null; readonly value: string }[];
    readonly targets: readonly number[];
  }[];
}

const verdictNames: Readonly<Record<string, string>> = {
  achieved: '達成',
  'partly-achieved': '一部達成',
  'not-achieved': '未達成',
  'not-assessable': '評価不能',
};

const textbox = (page: Page, name: string): Locator => page.getByRole('textbox', { name, exact: true });
const button = (page: Page, name: string): Locator => page.getByRole('button', { name, exact: true });

/** Fills in the form for a new report and makes it. */
export async function typeHeading(page: Page, report: TypedReport): Promise<void> {
  await page.getByRole('button', { name: '新しい報告を作る' }).first().click();
  await page.getByRole('heading', { name: '新しい報告を作る' }).waitFor();
  const field = (name: string): Locator => page.getByLabel(new RegExp(`^${name}(?!の)`));
  await field('市区町村名').fill(report.municipality);
  await field('部名').fill(report.department);
  await field('年度').first().selectOption(String(report.fiscalYear));
  await page.getByLabel(/^年度の表記/).fill(report.yearLabel);
  await page.getByLabel(/^部長の職名/).fill(report.head.post);
  await page.getByLabel(/^部長の氏名/).fill(report.head.name);
  await page.getByLabel(/^段階/).selectOption({ label: '達成状況報告' });
  await button(page, 'この内容で作る').click();
}

/** Adds a row at the end and types it whole. */
export async function typeRow(page: Page, row: TypedRow): Promise<void> {
  await button(page, '取組を追加').first().click();
  await expect.poll(() => textbox(page, '取組名').inputValue()).toBe('');
  await textbox(page, '取組名').fill(row.title);
  await page.getByRole('combobox', { name: '担当課名', exact: true }).fill(row.section);
  if (row.pageBreakBefore === true) {
    await page.getByRole('checkbox', { name: 'この取組の前で改ページする' }).check();
  }
  await typeBullets(page, '取組内容', row.plan);
  for (const [index, target] of row.targets.entries()) {
    // The first stands there ready to be typed in.
    if (index > 0) await button(page, '達成目標を追加').click();
    const name = `達成目標 ${index + 1}`;
    await textbox(page, `${name} 目標の内容`).fill(target.measure);
    if (target.note !== null) await textbox(page, `${name} 補足`).fill(target.note);
    if (target.value !== null) await textbox(page, `${name} 目標値`).fill(target.value);
    if (target.verdict !== null) {
      await page
        .getByRole('combobox', { name: `${name} 判定`, exact: true })
        .selectOption({ label: verdictNames[target.verdict] ?? '' });
    }
  }
  await typeBullets(page, '取組結果', row.results);
  await typeBullets(page, '今後の取組の方向性', row.direction);
  for (const [index, outcome] of row.outcomes.entries()) {
    if (index > 0) await button(page, '達成状況を追加').click();
    const name = `達成状況 ${index + 1}`;
    await textbox(page, `${name} 達成状況の説明`).fill(outcome.statement);
    if (outcome.asOf !== null) await textbox(page, `${name} 時点`).fill(outcome.asOf);
    for (const [place, figure] of outcome.figures.entries()) {
      const of = `${name} の${place + 1}件目の`;
      if (place > 0) await button(page, `${name} 実績値を追加`).click();
      await textbox(page, `${of} 実績値`).fill(figure.value);
      if (figure.label !== null) await textbox(page, `${of} 実績値の 項目名（省略可）`).fill(figure.label);
    }
    if (outcome.asOf === null) await textbox(page, `${name} 時点`).fill('');
    for (const place of row.targets.keys()) {
      await page
        .getByRole('checkbox', { name: new RegExp(`^${name} 対象の達成目標 達成目標 ${place + 1}(?!\\d)`) })
        .setChecked(outcome.targets.includes(place + 1));
    }
  }
}

/** Types the paragraphs of a field: one line, one bullet. */
async function typeBullets(page: Page, field: string, paragraphs: readonly string[]): Promise<void> {
  await textbox(page, field).fill(paragraphs.join('\n'));
}

/** Waits until the page says that everything is stored. */
export async function waitUntilSaved(page: Page): Promise<void> {
  await page
    .getByRole('status')
    .filter({ hasText: /保存済み/ })
    .first()
    .waitFor();
}
