import { expect, test } from 'vitest';
import { cellCount } from '../../renderer/state/workplace/cell-count.ts';
import { ReportContent } from '../../renderer/state/editing/report-content.svelte.ts';
import { first, initiative, report, second } from './sample-report.ts';

const long = { plan: ['枝'.repeat(200)] };
const counted = (content: ReportContent) => {
  const [row] = content.rows;
  return row === undefined ? null : cellCount(row.initiative, 'plan', content.form);
};

test('while a report is only declared, its fields are counted against the declaration’s wider columns', () => {
  const content = new ReportContent(report({ initiatives: [initiative(first, long), initiative(second)] }));
  expect(content.form.name).toBe('declaration');
  expect(counted(content)).toMatchObject({ limit: 350, state: 'fits' });
});

test('what a person chose outweighs what is written', () => {
  const content = new ReportContent(report({ stage: 'report' }));
  expect(content.form.name).toBe('report');
  content.apply([{ kind: 'set-stage', before: 'report', after: 'declaration' }]);
  const [row] = content.rows;
  if (row !== undefined) row.initiative = initiative(first, { results: ['植えました。'] });
  expect(content.form.name).toBe('declaration');
  expect(content.report().stage).toBe('declaration');
  content.show(report({ stage: null, initiatives: content.report().initiatives }));
  expect(content.form.name).toBe('report');
});

test('the first result makes the report’s own limits count', () => {
  const content = new ReportContent(report({ initiatives: [initiative(first, long), initiative(second)] }));
  const [, other] = content.rows;
  if (other !== undefined) other.initiative = initiative(second, { results: ['植えました。'] });
  expect(content.form.name).toBe('report');
  expect(counted(content)).toMatchObject({ limit: 130, state: 'over' });
});
