import { cpSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { builtInForms } from '../../main/application/built-in-forms.ts';
import { programFiles } from '../../main/files/program-files.ts';
import { fieldsOf, formNames, printsPart } from '../../shared/model/form.ts';
import { itemOwners } from '../../shared/model/fields/item-parts.ts';
import { formOf, officeFormSchema } from '../../shared/model/forms/office-form.ts';
import { officialForm } from '../../shared/model/forms/official-form.ts';
import { temporaryFolders } from '../support/temporary-folder.ts';

const { forms: folder } = programFiles();
const files = readdirSync(folder);
const brought = builtInForms(folder);
const forms = [officialForm, ...brought];
const newFolder = temporaryFolders();

describe('The forms that the program brings', () => {
  test.each(files)('%s is a form, called as its file', (file) => {
    const form = v.parse(officeFormSchema, JSON.parse(readFileSync(join(folder, file), 'utf8')));
    expect(`${form.id}.json`).toBe(file);
  });

  test('are all there besides the official one, each under a label of its own', () => {
    expect(forms.map(({ id }) => `${id}.json`).toSorted()).toEqual(files.toSorted());
    expect(new Set(forms.map(({ label }) => label)).size).toBe(forms.length);
  });

  test('call the same field the same: by identifier and by label it is of one kind and one season', () => {
    const fields = forms.flatMap((form) => form.fields);
    const told = new Set(fields.map(({ id, label, kind, season }) => [id, label, kind, season].join(' ')));
    expect(told.size).toBe(new Set(fields.map(({ id }) => id)).size);
    expect(told.size).toBe(new Set(fields.map(({ label }) => label)).size);
  });

  test.each(forms)('$label fills the page, and says of each own field what belongs into it', (form) => {
    for (const name of ['declaration', 'report'] as const) {
      const { columns, page } = form[name];
      const width = columns.reduce((sum, column) => sum + column.width, 0);
      expect(width).toBeCloseTo(page.width - page.margin.left - page.margin.right, 6);
    }
    const documents = formNames.map((name) => formOf(form, name));
    const printed = new Set(documents.flatMap((document) => fieldsOf(document)));
    for (const field of form.fields) {
      const item = (['targets', 'outcomes'] as const).find((each) => itemOwners[each] === field.owner);
      if (item === undefined) expect(printed).toContain(field);
      else
        expect(
          documents.some((document) => printsPart(document, item, field.id)),
          field.label,
        ).toBe(true);
      expect(field.guidance).toMatch(/。$/);
    }
  });

  test('a file that is broken is left out and told, and so is a folder that is not there', () => {
    const copy = newFolder();
    cpSync(folder, copy, { recursive: true });
    writeFileSync(join(copy, 'evidence.json'), '{"format":');
    writeFileSync(join(copy, 'evaluation.json'), '{"format":"sengen-form/2"}');
    const told: string[] = [];
    const left = builtInForms(copy, (file) => told.push(file));
    expect(told).toEqual(['evaluation.json', 'evidence.json']);
    expect(left).toEqual(brought.filter(({ id }) => id !== 'evidence' && id !== 'evaluation'));
    expect(builtInForms(join(copy, 'nowhere'), (file) => told.push(file))).toEqual([]);
    expect(told.at(-1)).toBe(join(copy, 'nowhere'));
  });
});
