import type { Page } from 'playwright-core';
import type { ParagraphField } from '../../shared/model/fields/built-in-fields.ts';
import { storedReport } from '../browser-suite/stored-report.ts';

/** Changes a field of the report's first row as another window does, while this one keeps the focus. */
export async function editElsewhere(
  page: Page,
  field: ParagraphField,
  after: readonly string[],
): Promise<void> {
  const report = await storedReport(page);
  const [row] = report.initiatives;
  if (row === undefined) throw new Error('the report has no rows');
  const edit = { kind: 'set-field', owner: 'row', initiative: row.id, field, before: row[field], after };
  const step = { id: `elsewhere${field}`, edits: [edit] };
  const ok = await page.evaluate(
    async (input) => {
      const response = await fetch('/call/reports.edit', {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify({ input }),
      });
      return ((await response.json()) as { ok: boolean }).ok;
    },
    { report: report.id, step },
  );
  if (!ok) throw new Error('the other window’s change was refused');
}
