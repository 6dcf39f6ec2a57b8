import { expect, test } from 'vitest';
import { NewReport } from '../../renderer/state/new-report.svelte.ts';

const inSpring = new Date(2026, 2, 31);

test('begins with the fiscal year of today, which still is last year’s on 31 March', () => {
  expect(new NewReport(inSpring).heading).toMatchObject({ fiscalYear: 2025, yearLabel: '令和7年度' });
});

test('the label follows the year until somebody writes it', () => {
  const report = new NewReport(inSpring);
  report.chooseYear(2019);
  expect(report.heading.yearLabel).toBe('令和元年度');
  report.write('yearLabel', '平成31年度・令和元年度');
  report.chooseYear(2018);
  expect(report.heading.yearLabel).toBe('平成31年度・令和元年度');
});

test('the head’s post follows the department until somebody writes it', () => {
  const report = new NewReport(inSpring);
  report.write('department', '都市みどり部');
  expect(report.heading.headPost).toBe('都市みどり部長');
  report.write('headPost', '都市みどり担当部長');
  report.write('department', '環境部');
  expect(report.heading.headPost).toBe('都市みどり担当部長');
});

test('names the fields that are still empty, the first one to go to', () => {
  const report = new NewReport(inSpring);
  report.write('municipality', 'かわべ市');
  report.write('headName', '　');
  expect(report.check()).toBe('department');
  expect(report.missing).toEqual(['department', 'headPost', 'headName']);
  report.write('department', '環境部');
  expect(report.missing).toEqual(['headName']);
  report.write('headName', '水野 あおい');
  expect(report.check()).toBeNull();
});
