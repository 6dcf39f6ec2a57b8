import { readFileSync } from 'node:fs';
import { identify } from '../../main/domain/identify.ts';
import { readReportJson } from '../../main/exchange/read-report-json.ts';
import { interchangeOf } from '../../main/exchange/write-report-json.ts';
import { carriedReport } from '../../main/word/writing/carried-report.ts';
import { writeWordFile } from '../../main/word/writing/write-word-file.ts';
import { type FormName } from '../../shared/model/form.ts';
import { formOfReport } from '../../shared/model/forms/form-of-report.ts';
import { outline } from '../../shared/model/outline.ts';
import type { Report } from '../../shared/model/report.ts';
import { countingIdentifiers } from '../support/counting-identifiers.ts';
import { must } from '../support/must.ts';

/** A report's Word file as the program exports it in the report's form, with what no print shows. */
export function exported(report: Report, formName: FormName = 'report'): Promise<Uint8Array> {
  const form = formOfReport(report, formName);
  return writeWordFile(outline(report, form), form, {
    marks: { report: report.id, revision: 4, contentHash: '0123456789abcdef', form: formName },
    author: report.municipality + report.department,
    carried: JSON.stringify(interchangeOf(carriedReport(report, form))),
  });
}

/** A report file with identifiers of its own. */
export function reportOfFile(path: string): Report {
  const { draft } = must(readReportJson(readFileSync(path), path));
  return identify(draft, { existing: null, taken: new Set(), newIdentifier: countingIdentifiers() }).report;
}
