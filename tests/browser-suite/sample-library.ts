import { readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { Page } from 'playwright-core';
import { yearLabelOf } from '../../shared/model/fiscal-year.ts';
import { must } from '../support/must.ts';
import { openTestApplication } from '../support/open-test-application.ts';
import { sampleReport } from '../support/real-report.ts';
import { takeIn } from '../support/take-in.ts';

/** The sample as the interchange has it, as far as these tests change it. */
export interface InterchangeReport {
  fiscalYear: number;
  yearLabel: string;
  municipality: string;
  department: string;
  initiatives: {
    number: number;
    title: string;
    section: string;
    plan: string[];
    results: string[];
    direction: string[];
  }[];
}

export function sampleAsInterchange(): InterchangeReport {
  return JSON.parse(readFileSync(sampleReport, 'utf8')) as InterchangeReport;
}

const made = new Map<string, Buffer>();

/** A library in the folder, where the shell looks for it, with these reports in it. Made once and copied. */
export async function libraryWith(folder: string, ...reports: readonly InterchangeReport[]): Promise<void> {
  const library = join(folder, '報告.sengen');
  const key = JSON.stringify(reports);
  const before = made.get(key);
  if (before !== undefined) {
    writeFileSync(library, before);
    return;
  }
  await makeLibrary(folder, library, reports);
  made.set(key, readFileSync(library));
}

/** As the command line makes it, without a process for each of its words. */
async function makeLibrary(
  folder: string,
  library: string,
  reports: readonly InterchangeReport[],
): Promise<void> {
  const application = openTestApplication(folder, basename(library));
  for (const [at, report] of reports.entries()) {
    if (at === 0) {
      const { municipality, department, fiscalYear } = report;
      const yearLabel = yearLabelOf(fiscalYear);
      const head = { headPost: 'くらし安心部長', headName: '山辺 みのり' };
      must(
        await application.call('reports.create', {
          municipality,
          department,
          fiscalYear,
          yearLabel,
          ...head,
        }),
      );
    }
    const file = join(folder, `取り込み-${at}.json`);
    writeFileSync(file, JSON.stringify(report));
    application.files.import = file;
    must(await takeIn(application, { unseen: true }));
  }
  await application.close();
}

/** Adds the sample from the first screen and waits until its first row stands there. */
export async function openSample(page: Page): Promise<void> {
  await page.getByRole('button', { name: /見本/ }).first().click();
  await page.getByRole('textbox', { name: '取組名', exact: true }).waitFor();
}

/** Opens the report of a department and year from the list of reports. */
export async function openReportOf(page: Page, year: string, department: string): Promise<void> {
  await page
    .getByRole('list', { name: new RegExp(`^${year}.*の報告$`) })
    .getByRole('link', { name: new RegExp(department) })
    .click();
  await page.getByRole('textbox', { name: '取組名', exact: true }).waitFor();
}

/** Opens the sample's own report, unless it is open. */
export async function openSampleReport(page: Page): Promise<void> {
  if (await page.getByRole('textbox', { name: '取組名', exact: true }).isVisible()) return;
  await openReportOf(page, '令和7年度', 'くらし安心部');
}

/** Opens the pane at the side by its button; on a wide window it stands open from the first start. */
export async function showSidePane(page: Page): Promise<void> {
  const toggle = page.getByRole('button', { name: '参照パネル', exact: true });
  if ((await toggle.getAttribute('aria-expanded')) !== 'true') await toggle.click();
  await page.getByRole('tablist', { name: '参照パネルの内容' }).waitFor();
}

/** Opens a tab of the pane at the side by the command palette. */
export async function openSide(page: Page, tab: string): Promise<void> {
  await page.keyboard.press('Control+k');
  await page.getByRole('combobox', { name: /実行したいこと/ }).fill(`参照パネル${tab}`);
  await page.keyboard.press('Enter');
  await page.getByRole('tab', { name: tab, selected: true }).waitFor();
}
