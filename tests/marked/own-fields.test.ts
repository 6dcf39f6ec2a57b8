import { expect, test } from 'vitest';
import { initiativeWithPlace } from '../../main/word/marked/initiative-with-place.ts';
import { markedChanges } from '../../main/word/marked/marked-changes.ts';
import { textWithAll } from '../../main/word/marked/marked-field.ts';
import { readWordDocument } from '../../main/word/reading/read-word-document.ts';
import { formOfReport, withForm } from '../../shared/model/forms/form-of-report.ts';
import { outline } from '../../shared/model/outline.ts';
import { fullInitiative, report } from '../data/sample-content.ts';
import { madeUpOfficeForm, madeUpValues } from '../fields/made-up-form.ts';
import { countingIdentifiers } from '../support/counting-identifiers.ts';
import { must } from '../support/must.ts';
import { exported } from '../word-understanding/own-files.ts';
import { WordSurgery } from './word-surgery.ts';

const row = { ...fullInitiative(), own: madeUpValues };
const written = withForm({ ...report(), initiatives: [row] }, madeUpOfficeForm);
const form = formOfReport(written, 'report');

/** A run's text deleted and another put in its place, as Word tracks it. */
function tracked(xml: string, before: string, after: string): string {
  const by = (id: number): string => `w:id="${id}" w:author="部長" w:date="2026-04-01T09:00:00Z"`;
  const run = new RegExp(`<w:r>((?:(?!<w:r>).)*?)<w:t([^>]*)>${before}</w:t></w:r>`, 'u');
  expect(xml).toMatch(run);
  return xml.replace(
    run,
    `<w:del ${by(7001)}><w:r>$1<w:delText$2>${before}</w:delText></w:r></w:del>` +
      `<w:ins ${by(7002)}><w:r>$1<w:t$2>${after}</w:t></w:r></w:ins>`,
  );
}

test('What is marked up in a form’s own fields comes back into them', async () => {
  const surgery = await WordSurgery.open(await exported(written));
  surgery.document = tracked(surgery.document, '・港小学校', '・北小学校');
  surgery.document = tracked(surgery.document, '△', '○');
  surgery.document = tracked(surgery.document, '11、17', '3、17');
  const document = must(await readWordDocument(surgery.bytes()));
  const { fields, rows, unplaced } = markedChanges(document, outline(written, form), form);
  expect({ rows, unplaced }).toEqual({ rows: [], unplaced: [] });
  expect(fields.map(({ field, units }) => [field, units.map(({ author }) => author)])).toEqual([
    ['xpartners', ['部長']],
    ['xgrade', ['部長']],
    ['xgoals', ['部長']],
  ]);
  const accepted = fields.reduce<ReturnType<typeof fullInitiative>>(
    (now, field) => initiativeWithPlace(now, field, textWithAll(field), countingIdentifiers()) ?? now,
    row,
  );
  expect(accepted).toEqual({
    ...row,
    own: { ...madeUpValues, xpartners: ['汐見商店会', '北小学校'], xgrade: '○', xgoals: ['3', '17'] },
  });
});
