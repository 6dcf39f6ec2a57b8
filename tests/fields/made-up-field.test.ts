import { describe, expect, test } from 'vitest';
import { editsBetween } from '../../main/domain/edits-between.ts';
import { joinRow } from '../../main/domain/join-row.ts';
import { searchHit } from '../../main/domain/search-hit.ts';
import { readReportJson } from '../../main/exchange/read-report-json.ts';
import { writeReportJson } from '../../main/exchange/write-report-json.ts';
import { carriedReport } from '../../main/word/writing/carried-report.ts';
import { initiativeWith } from '../../main/word/marked/initiative-with.ts';
import { copyFieldEdits } from '../../renderer/state/editing/copy-field-edits.ts';
import { applyEdits } from '../../shared/model/apply-edit.ts';
import { missingParts } from '../../shared/model/completeness.ts';
import { invertEdits } from '../../shared/model/invert-edit.ts';
import { fieldsOf } from '../../shared/model/form.ts';
import { reportForm } from '../../shared/model/forms/official-form.ts';
import { outlineField } from '../../shared/model/outline-field.ts';
import { outlineRow } from '../../shared/model/outline.ts';
import { outlineDifference } from '../../shared/model/outline-difference.ts';
import { outline } from '../../shared/model/outline.ts';
import { editsOfTexts, rowTexts } from '../../shared/model/report-texts.ts';
import { searchWords } from '../../shared/model/search-text.ts';
import type { Initiative, Report } from '../../shared/model/report.ts';
import { countingIdentifiers } from '../support/counting-identifiers.ts';
import { fullInitiative, report } from '../data/sample-content.ts';
import { madeUpFields, madeUpForm, madeUpValues } from './made-up-form.ts';

const bare = fullInitiative();
const row: Initiative = { ...bare, own: madeUpValues };
const before: Report = { ...report(), initiatives: [bare] };
const filled: Report = { ...before, initiatives: [row] };

describe('A field that only a form knows', () => {
  test('is set by edits that lead from one report to the other, and back', () => {
    const edits = editsBetween(before, filled);
    expect(edits.map(({ kind }) => kind)).toEqual(madeUpFields.map(() => 'set-field'));
    const there = applyEdits(before, edits);
    expect(there).toEqual({ ok: true, value: filled });
    expect(applyEdits(filled, invertEdits(edits))).toEqual({ ok: true, value: before });
  });

  test('is printed as its kind says: brackets, bullets, labels, signs in a line', () => {
    const cell = outlineRow(row, 1, madeUpForm).cells.at(-1);
    expect(cell?.parts.flatMap(({ paragraphs }) => paragraphs.map(({ text }) => text))).toEqual([
      '【3-1-2】',
      '[協働関係先]',
      '・汐見商店会',
      '・港小学校',
      '[未達成の理由]',
      '雨が続き、屋外の会を開けませんでした。',
      '△',
      '11、17',
      '1,250千円',
      '令和8年12月',
    ]);
  });

  test.for(madeUpFields)('$kind $label: what is printed is read back as it was', (field) => {
    const printed = outlineField(row, field.id, madeUpForm).map(({ text }) => text);
    const read = initiativeWith(bare, field, printed, countingIdentifiers());
    expect(read.own?.[field.id]).toEqual(madeUpValues[field.id as keyof typeof madeUpValues]);
  });

  test('is asked for where it is empty, and only by a form that prints it and asks for it', () => {
    const asked = missingParts(bare, madeUpForm).flatMap((part) =>
      part.code === 'field-empty' ? [part.field] : [],
    );
    expect(asked).toEqual(madeUpFields.filter((field) => field.asked).map(({ id }) => id));
    expect(missingParts(row, madeUpForm)).toEqual(
      missingParts(bare, { ...madeUpForm, own: [], columns: [] }),
    );
    expect(fieldsOf(madeUpForm).slice(-7)).toEqual(madeUpFields);
  });

  test('is found by search, and its texts are found and replaced', () => {
    expect(searchHit(row, searchWords('港小学校'))).toMatchObject({
      field: 'xpartners',
      excerpt: '港小学校',
    });
    const places = rowTexts(row).filter(({ text }) => text.includes('汐見'));
    expect(places.map(({ place }) => place)).toEqual([
      { kind: 'paragraph', row: row.id, field: 'xpartners', at: 0 },
    ]);
    const changes = places.map(({ place, text }) => ({ place, text: text.replace('汐見', '汐浜') }));
    const replaced = applyEdits(filled, editsOfTexts(filled, [row], changes));
    expect(replaced.ok && replaced.value.initiatives[0]?.own?.xpartners).toEqual([
      '汐浜商店会',
      '港小学校',
    ]);
  });

  test('goes out into JSON and comes back; a report without any says nothing of it', () => {
    const text = writeReportJson(filled);
    const read = readReportJson(new TextEncoder().encode(text), 'a.json');
    expect(read.ok && read.value.draft.initiatives[0]?.own).toEqual(madeUpValues);
    expect(read.ok && read.value.warnings).toEqual([]);
    const parsed = JSON.parse(text) as { initiatives: { extra?: unknown }[] };
    expect(parsed.initiatives[0]?.extra).toEqual(madeUpValues);
    expect(writeReportJson(before)).not.toContain('"extra"');
  });

  test('comes back from a file that was written before the agreement named its key', () => {
    const text = writeReportJson(filled).replaceAll('"extra"', '"own"');
    const read = readReportJson(new TextEncoder().encode(text), 'a.json');
    expect(read.ok && read.value.draft.initiatives[0]?.own).toEqual(madeUpValues);
    expect(read.ok && read.value.mentions.fields).toEqual(
      expect.arrayContaining(Object.keys(madeUpValues)),
    );
    expect(read.ok && read.value.warnings).toEqual([]);
  });

  test('stays where a file does not speak of it, and takes over what a file says', () => {
    const mentions = { fields: ['title', 'xdue'] as const, verdicts: false };
    const kept = joinRow(row, { ...bare, title: '改題' }, mentions, false);
    expect(kept.row.own).toEqual(madeUpValues);
    const incoming = { ...bare, own: { xdue: '令和9年3月', xgrade: '◎' } };
    const joined = joinRow(row, incoming, mentions, false);
    expect(joined.row.own).toEqual({ ...madeUpValues, xdue: '令和9年3月' });
    expect(joined.changed).toEqual(['xdue']);
  });

  test('goes into a Word file where the form prints it, and is not carried hidden where it does not', () => {
    const all = { ...filled, own: { xmessage: '部長から' } };
    expect(carriedReport(all, madeUpForm).initiatives[0]?.own).toEqual(madeUpValues);
    expect(JSON.stringify(carriedReport(all, reportForm))).not.toContain('"own"');
    expect(JSON.stringify(carriedReport(all, madeUpForm))).not.toContain('部長から');
  });

  test('is copied from last year’s row', () => {
    const edits = copyFieldEdits(bare, row, 'xpartners');
    const copied = applyEdits(before, edits);
    expect(copied.ok && copied.value.initiatives[0]?.own).toEqual({ xpartners: madeUpValues.xpartners });
  });

  test('is compared: what came and what went is told in its cell', () => {
    const { rows } = outlineDifference(outline(before, madeUpForm), outline(filled, madeUpForm));
    const parts = rows[0]?.cells.at(-1)?.parts ?? [];
    expect(parts.map(({ field }) => field)).toEqual(madeUpFields.map(({ id }) => id));
    for (const { paragraphs } of parts) expect(paragraphs.some(({ kind }) => kind !== 'same')).toBe(true);
  });
});
