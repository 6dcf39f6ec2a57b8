import { describe, expect, test } from 'vitest';
import { readReportJson } from '../../main/exchange/read-report-json.ts';
import { writeReportJson } from '../../main/exchange/write-report-json.ts';
import { contentHash } from '../../main/application/content-hash.ts';
import { applyEdits } from '../../shared/model/apply-edit.ts';
import { formOfReport, officeFormOf, withForm } from '../../shared/model/forms/form-of-report.ts';
import { officialForm, reportForm } from '../../shared/model/forms/official-form.ts';
import { invertEdits } from '../../shared/model/invert-edit.ts';
import { outline } from '../../shared/model/outline.ts';
import { must } from '../support/must.ts';
import { report } from '../data/sample-content.ts';
import { madeUpForm, madeUpOfficeForm } from './made-up-form.ts';

describe('The form that a report is written in', () => {
  test('is the official one where it carries none, which is not said', () => {
    expect(formOfReport(report(), 'report')).toBe(reportForm);
    expect(officeFormOf(report())).toBe(officialForm);
    expect(withForm(withForm(report(), madeUpOfficeForm), null)).not.toHaveProperty('form');
    expect(JSON.parse(writeReportJson(report()))).not.toHaveProperty('form');
  });

  test('lays out each document, the same form always the same', () => {
    const written = withForm(report(), madeUpOfficeForm);
    expect(formOfReport(written, 'report')).toEqual(madeUpForm);
    expect(formOfReport(written, 'report')).toBe(formOfReport({ ...written }, 'report'));
    expect(outline(written, formOfReport(written, 'report')).columns.at(-1)?.heading).toEqual(['そのほか']);
    expect(formOfReport(written, 'declaration').columns).toEqual(officialForm.declaration.columns);
  });

  test('is changed by an edit, and back; one that was made in another form is stale', () => {
    const before = report();
    const edit = { kind: 'set-form', before: null, after: madeUpOfficeForm } as const;
    const changed = applyEdits(before, [edit]);
    expect(changed).toEqual({ ok: true, value: { ...before, form: madeUpOfficeForm } });
    const there = withForm(before, madeUpOfficeForm);
    expect(applyEdits(there, invertEdits([edit]))).toEqual({ ok: true, value: before });
    expect(applyEdits(there, [edit]).ok).toBe(false);
  });

  test('goes with the report to another Sengen, and another form is another content', () => {
    const written = withForm(report(), madeUpOfficeForm);
    const read = must(readReportJson(Buffer.from(writeReportJson(written)), '報告.json'));
    expect(read.draft.form).toEqual(madeUpOfficeForm);
    expect(contentHash(written)).not.toBe(contentHash(report()));
  });
});
