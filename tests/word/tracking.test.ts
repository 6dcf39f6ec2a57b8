import { expect, test } from 'vitest';
import { variedReport } from '../../scripts/bench/varied-report.ts';
import { readWordDocument } from '../../main/word/reading/read-word-document.ts';
import type { WordDocument } from '../../main/word/reading/word-document.ts';
import { formNames } from '../../shared/model/form.ts';
import { builtInForm } from '../../shared/model/forms/official-form.ts';
import { throughLibreOffice } from '../marked/libre-office.ts';
import { must } from '../support/must.ts';
import { wordFileOf } from './word-samples.ts';

const read = async (bytes: Uint8Array): Promise<WordDocument> => must(await readWordDocument(bytes));

test.each(formNames)('a file as %s tells Word to track what is changed in it', async (name) => {
  expect((await read(await wordFileOf(variedReport(2), builtInForm(name)))).tracksChanges).toBe(true);
});

test('a form can say otherwise, and the files of both kinds are kept apart', async () => {
  const quiet = { ...builtInForm('report'), trackChanges: false };
  const report = variedReport(2);
  expect((await read(await wordFileOf(report, quiet))).tracksChanges).toBe(false);
  expect((await read(await wordFileOf(report))).tracksChanges).toBe(true);
});

test('what somebody then types in LibreOffice is a tracked change, unless the form says otherwise', async () => {
  const typing =
    'doc.Text.insertString(doc.Text.createTextCursor(), IIf(doc.RecordChanges, "記録中", "記録なし"), False)';
  const report = variedReport(1);
  const tracked = await throughLibreOffice(await wordFileOf(report), typing);
  expect((await read(tracked)).hasTrackedChanges).toBe(true);
  const quiet = { ...builtInForm('report'), trackChanges: false };
  const untracked = await read(await throughLibreOffice(await wordFileOf(report, quiet), typing));
  expect(untracked.hasTrackedChanges).toBe(false);
  expect(JSON.stringify(untracked.body)).toContain('記録なし');
});
