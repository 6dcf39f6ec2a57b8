import type { Locator, Page } from 'playwright-core';

export const textbox = (page: Page, name: string): Locator =>
  page.getByRole('textbox', { name, exact: true });
export const button = (page: Page, name: string): Locator =>
  page.getByRole('button', { name, exact: true });

/** Makes a report without rows and opens it. */
export async function startEmptyReport(page: Page): Promise<void> {
  await page.getByRole('button', { name: '新しい報告を作る' }).first().click();
  await page.getByLabel(/^市区町村名/).fill('みどり野市');
  await page.getByLabel(/^部名/).fill('環境部');
  await page.getByLabel(/^部長の職名/).fill('環境部長');
  await page.getByLabel(/^部長の氏名/).fill('森 ひかる');
  await page.getByLabel(/^段階/).selectOption({ label: '達成状況報告' });
  await button(page, 'この内容で作る').click();
  await page.getByText('まだ取組がありません').first().waitFor();
}

/** Adds the sample report and opens it. */
export async function startSample(page: Page): Promise<void> {
  await page.getByRole('button', { name: /見本/ }).first().click();
  await textbox(page, '取組内容').waitFor();
}
