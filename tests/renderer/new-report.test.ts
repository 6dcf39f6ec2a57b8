import { expect, test } from 'vitest';
import { NewReport } from '../../renderer/state/library/new-report.svelte.ts';

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

test('goes on from an earlier report: its heading, the year after it, what was written by hand stays', () => {
  const earlier = {
    id: '0123456789abcdef',
    municipality: 'かわべ市',
    department: '環境部',
    fiscalYear: 2024,
    yearLabel: '令和6年度',
    headPost: '環境部長',
    headName: '水野 あおい',
    state: 'draft',
    revision: 1,
    rows: 2,
    changedAt: '2025-04-01T00:00:00.000Z',
  } as const;
  const report = new NewReport(inSpring);
  report.write('headName', '森 みどり');
  report.goOnFrom(earlier);
  expect(report.wish).toEqual({
    municipality: 'かわべ市',
    department: '環境部',
    fiscalYear: 2025,
    yearLabel: '令和7年度',
    headPost: '環境部長',
    headName: '森 みどり',
    stage: 'declaration',
    from: { report: earlier.id, parts: 'names' },
  });
  report.carried = 'heading';
  expect(report.wish).not.toHaveProperty('from');
  report.goOnFrom(null);
  report.carried = 'plans';
  expect(report.wish).not.toHaveProperty('from');
});
