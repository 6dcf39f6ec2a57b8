import fc from 'fast-check';
import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { builtInRowFields } from '../../shared/model/fields/built-in-fields.ts';
import { fieldOwners } from '../../shared/model/fields/field.ts';
import { formNames, type FormName } from '../../shared/model/form.ts';
import { roomOf, tableWidth } from '../../shared/model/forms/design/column-widths.ts';
import {
  columnOf,
  withCellLabel,
  withColumn,
  withColumnMoved,
  withColumnsFitted,
  withColumnsOfOther,
  withColumnWidth,
  withFieldIn,
  withFieldMoved,
  withHeading,
  withoutColumn,
  withUsualWidths,
} from '../../shared/model/forms/design/design-columns.ts';
import {
  withFieldChanged,
  withFieldRenamed,
  withNewField,
  withoutField,
} from '../../shared/model/forms/design/design-fields.ts';
import {
  orientationOf,
  paperNames,
  paperOf,
  withMargin,
  withPaper,
  withType,
} from '../../shared/model/forms/design/design-page.ts';
import {
  partsToPlace,
  rowShapes,
  withBeside,
  withFieldOwner,
  withGroup,
  withPart,
  withPartColumn,
  withShape,
  withSheet,
} from '../../shared/model/forms/design/design-shape.ts';
import { formEdit, type FormDeed } from '../../shared/model/forms/design/form-edit.ts';
import {
  beginHistory,
  withEdit,
  withRedo,
  withUndo,
  type FormHistory,
} from '../../shared/model/forms/design/form-history.ts';
import { blankForm, copiedForm } from '../../shared/model/forms/design/new-form.ts';
import { formProblems, isBroken } from '../../shared/model/forms/form-problems.ts';
import {
  formOf,
  officeFormSchema,
  ownKinds,
  type OfficeForm,
} from '../../shared/model/forms/office-form.ts';
import { sheetLines, sheetWidth } from '../../shared/model/forms/sheet-grid.ts';
import { officialForm } from '../../shared/model/forms/official-form.ts';
import { arbitraryOfficeForm } from '../support/arbitrary-form.ts';
import { howMany } from '../support/how-many.ts';

const numRuns = howMany({ usual: 60, long: 2_000 });

const lengthyRun = { timeout: 1_800_000 };

/** Something that a person does; `pick` chooses among what is there, whatever it is. */
interface Doing {
  readonly deed: FormDeed;
  readonly to: (form: OfficeForm, document: FormName, pick: (most: number) => number) => OfficeForm;
}

const contentAt = (form: OfficeForm, pick: (most: number) => number) => {
  const all = ['number' as const, ...builtInRowFields.map(({ id }) => id)];
  const own = form.fields.flatMap(({ id, owner }) => (owner === 'row' ? [id] : []));
  const every = [...all, ...own];
  return every[pick(every.length)] ?? 'title';
};

const doings: readonly Doing[] = [
  { deed: 'rename', to: (form, _document, pick) => ({ ...form, label: `様式${pick(3)}` }) },
  { deed: 'purpose', to: ({ purpose: _purpose, ...form }) => form },
  { deed: 'add-column', to: (form, name, pick) => withColumn(form, name, pick(8), contentAt(form, pick)) },
  { deed: 'remove-column', to: (form, name, pick) => withoutColumn(form, name, pick(8)) },
  { deed: 'move-column', to: (form, name, pick) => withColumnMoved(form, name, pick(6), pick(6)) },
  { deed: 'width', to: (form, name, pick) => withColumnWidth(form, name, pick(6), pick(300)) },
  { deed: 'fit-widths', to: (form, name) => withColumnsFitted(form, name) },
  {
    deed: 'heading',
    to: (form, name, pick) => withHeading(form, name, pick(6), ['見出し'].slice(pick(2))),
  },
  {
    deed: 'place-field',
    to: (form, name, pick) => withFieldIn(form, name, contentAt(form, pick), pick(6)),
  },
  { deed: 'hide-field', to: (form, name, pick) => withFieldIn(form, name, contentAt(form, pick), null) },
  {
    deed: 'order-fields',
    to: (form, name, pick) => withFieldMoved(form, name, pick(6), pick(3), pick(3)),
  },
  {
    deed: 'cell-label',
    to: (form, name, pick) => withCellLabel(form, name, 'targets', ['', '[目標]'][pick(2)] ?? ''),
  },
  { deed: 'add-field', to: (form, _document, pick) => withNewField(form, `xnew${pick(4)}`, '新しい項目') },
  {
    deed: 'remove-field',
    to: (form, _document, pick) => {
      const field = form.fields[pick(form.fields.length)];
      return field === undefined ? form : withoutField(form, field.id);
    },
  },
  {
    deed: 'change-field',
    to: (form, _document, pick) => {
      const field = form.fields[pick(form.fields.length)];
      return field === undefined
        ? form
        : withFieldChanged(form, field.id, { kind: ownKinds[pick(6)], choices: undefined });
    },
  },
  {
    deed: 'shape',
    to: (form, name, pick) => withShape(form, name, rowShapes[pick(3)] ?? 'row'),
  },
  { deed: 'sheet', to: (form, name, pick) => withSheet(form, name, { labelWidth: 3 + pick(40) }) },
  { deed: 'sheet', to: (form, name, pick) => withBeside(form, name, pick(6), pick(2) === 0) },
  { deed: 'sheet', to: (form, name, pick) => withGroup(form, name, pick(6), ['', '計画'][pick(2)] ?? '') },
  {
    deed: 'parts',
    to: (form, name, pick) => {
      const field = pick(2) === 0 ? 'targets' : 'outcomes';
      const parts = partsToPlace(formOf(form, name), field);
      const part = parts[pick(parts.length)] ?? 'value';
      const at = form[name].columns.findIndex(({ content }) => content[0] === field);
      return pick(2) === 0
        ? withPart(form, name, at, part, pick(2) === 0)
        : withPartColumn(form, name, pick(8), field, part);
    },
  },
  {
    deed: 'change-field',
    to: (form, _document, pick) => {
      const field = form.fields[pick(form.fields.length)];
      return field === undefined
        ? form
        : withFieldOwner(form, field.id, fieldOwners[pick(fieldOwners.length)] ?? 'row');
    },
  },
  {
    deed: 'page',
    to: (form, name, pick) => withPaper(form, name, paperNames[pick(4)] ?? 'A4', 'portrait'),
  },
  { deed: 'page', to: (form, name, pick) => withMargin(form, name, 'left', pick(40)) },
  { deed: 'type', to: (form, name, pick) => withType(form, name, { bodySize: 8 + pick(6) }) },
];

const arbitraryDoing = fc.record({
  doing: fc.constantFrom(...doings),
  document: fc.constantFrom(...formNames),
  picks: fc.array(fc.nat(1_000), { minLength: 4, maxLength: 4 }),
  goesOn: fc.boolean(),
});

function done(history: FormHistory, made: typeof arbitraryDoing extends fc.Arbitrary<infer T> ? T : never) {
  let at = 0;
  const pick = (most: number): number => (most === 0 ? 0 : (made.picks[at++ % 4] ?? 0) % most);
  const { doing, document, goesOn } = made;
  const edit = formEdit(doing.deed, { document }, history.form, doing.to(history.form, document, pick));
  return edit === null ? history : withEdit(history, edit, goesOn);
}

describe('Designing any form', () => {
  test(
    'leaves a form that a file may hold, and is taken back and done again change by change',
    lengthyRun,
    () => {
      fc.assert(
        fc.property(arbitraryOfficeForm, fc.array(arbitraryDoing, { maxLength: 20 }), (form, makings) => {
          let history = beginHistory(form);
          for (const making of makings) {
            history = done(history, making);
            expect(v.is(officeFormSchema, history.form)).toBe(true);
          }
          const last = history.form;
          const steps = history.done.length;
          for (let at = 0; at < steps; at += 1) history = withUndo(history);
          expect(history.form).toEqual(form);
          expect(withUndo(history)).toBe(history);
          for (let at = 0; at < steps; at += 1) history = withRedo(history);
          expect(history.form).toEqual(last);
          expect(history.undone).toEqual([]);
        }),
        { numRuns },
      );
    },
  );

  test(
    'never makes a table that fits its paper too wide for it, however columns come, go and are dragged',
    lengthyRun,
    () => {
      const ofColumns = doings.filter(({ deed }) =>
        [
          'add-column',
          'usual-widths',
          'remove-column',
          'move-column',
          'width',
          'place-field',
          'hide-field',
        ].includes(deed),
      );
      fc.assert(
        fc.property(
          fc.array(arbitraryDoing, { maxLength: 12 }),
          fc.array(fc.constantFrom(...ofColumns), { minLength: 12, maxLength: 12 }),
          (makings, columns) => {
            let history = beginHistory(officialForm);
            for (const [at, making] of makings.entries()) {
              history = done(history, { ...making, doing: columns[at] ?? making.doing });
              for (const name of formNames) {
                const document = history.form[name];
                // Fourteen columns and more stay as wide as a column must be.
                if (document.columns.length > 12) continue;
                expect(tableWidth(document)).toBeLessThanOrEqual(roomOf(document) + 0.05);
              }
            }
          },
        ),
        { numRuns },
      );
    },
  );
});

describe('A change of a form under design', () => {
  const change = (history: FormHistory, deed: FormDeed, column: number, to: OfficeForm, goesOn = false) => {
    const edit = formEdit(deed, { document: 'report', column }, history.form, to);
    return edit === null ? history : withEdit(history, edit, goesOn);
  };

  test('is nothing where nothing changed', () => {
    expect(formEdit('rename', {}, officialForm, { ...officialForm })).toBeNull();
  });

  test('goes on with the one before it while a border is dragged, and is taken back in one', () => {
    let history = beginHistory(officialForm);
    for (const width of [30, 31, 35]) {
      history = change(history, 'width', 1, withColumnWidth(history.form, 'report', 1, width), true);
    }
    expect(history.done).toHaveLength(1);
    expect(history.form.report.columns[1]?.width).toBe(35);
    // Another column is another change, and so is the same one after a pause.
    history = change(history, 'width', 2, withColumnWidth(history.form, 'report', 2, 40), true);
    history = change(history, 'width', 2, withColumnWidth(history.form, 'report', 2, 45));
    expect(history.done).toHaveLength(3);
    expect(withUndo(withUndo(withUndo(history))).form).toEqual(officialForm);
  });

  test('is gone where the dragging ended where it began', () => {
    const wider = change(
      beginHistory(officialForm),
      'width',
      1,
      withColumnWidth(officialForm, 'report', 1, 50),
    );
    const back = officialForm.report.columns[1]?.width ?? 0;
    const history = change(wider, 'width', 1, withColumnWidth(wider.form, 'report', 1, back), true);
    expect(history.form).toEqual(officialForm);
    expect(history.done).toEqual([]);
  });
});

describe('Columns of a form', () => {
  const wide = (form: OfficeForm) => form.report.columns.map(({ width }) => width);

  test('take the width of their neighbour, and leave it a little', () => {
    const before = wide(officialForm);
    const after = wide(withColumnWidth(officialForm, 'report', 1, 1_000));
    expect(after[2]).toBe(5);
    expect((after[1] ?? 0) + (after[2] ?? 0)).toBeCloseTo((before[1] ?? 0) + (before[2] ?? 0), 5);
    expect(after.slice(3)).toEqual(before.slice(3));
  });

  test('make room for a new one on full paper, and take it when that goes', () => {
    const added = withColumn(withNewField(officialForm, 'xnew', '協働先'), 'report', 2, 'xnew');
    expect(added.report.columns[2]).toEqual({ heading: ['協働先'], content: ['xnew'], width: 62 });
    expect(tableWidth(added.report)).toBeCloseTo(273, 5);
    expect(added.report.columns[0]?.width).toBe(officialForm.report.columns[0]?.width);
    expect(tableWidth(withoutColumn(added, 'report', 2).report)).toBeCloseTo(273, 5);
  });

  test('take it of the widest, where that stays the widest', () => {
    const made = withColumn(blankForm('made', '新しい様式'), 'report', 2, 'section');
    expect(wide(made)).toEqual([9.4, 235.6, 28]);
    const usual = wide(withUsualWidths(withColumn(made, 'report', 3, 'plan'), 'report'));
    expect(usual[3]).toBeGreaterThan(2 * (usual[1] ?? 0));
    expect(usual.reduce((sum, width) => sum + width, 0)).toBeCloseTo(273, 5);
  });

  test('are those of the other document, without what is reported at the end of the year', () => {
    const spring = withColumnsOfOther(officialForm, 'declaration').declaration;
    expect(spring.columns.map(({ content }) => content)).toEqual([
      ['number'],
      ['title', 'section'],
      ['plan'],
      ['targets'],
    ]);
    expect(tableWidth(spring)).toBeCloseTo(roomOf(spring), 5);
  });

  test('are left by their last field, and go with it', () => {
    const moved = withFieldIn(officialForm, 'report', 'targets', 2);
    expect(moved.report.columns).toHaveLength(officialForm.report.columns.length - 1);
    expect(moved.report.columns[2]?.content).toEqual(['plan', 'targets']);
    expect(columnOf(withFieldIn(moved, 'report', 'targets', null).report, 'targets')).toBe(-1);
  });

  test('fill turned paper as they filled it before', () => {
    const upright = withPaper(officialForm, 'report', 'A4', 'portrait');
    expect(paperOf(upright.report)).toBe('A4');
    expect(orientationOf(upright.report)).toBe('portrait');
    expect(tableWidth(upright.report)).toBeCloseTo(roomOf(upright.report), 1);
  });
});

describe('The shape of a row', () => {
  test('gives the parts of targets columns of their own, and one column again', () => {
    const lines = withShape(officialForm, 'report', 'line-per-target');
    expect(lines.report.columns.map(({ content, ofEach }) => ofEach ?? content)).toEqual([
      ['number'],
      ['title', 'section'],
      ['plan'],
      ['measure', 'note'],
      ['value'],
      ['results', 'direction'],
      ['statement'],
      ['figures', 'asOf'],
    ]);
    expect(formProblems(lines).filter(isBroken)).toEqual([]);
    expect(tableWidth(lines.report)).toBeCloseTo(roomOf(lines.report), 1);
    const back = withShape(lines, 'report', 'row').report;
    expect(back.columns.map(({ content }) => content)).toEqual(
      officialForm.report.columns.map(({ content }) => content),
    );
    expect(back.shape).toBeUndefined();
  });

  test('makes each column a line of a sheet as wide as its paper', () => {
    const sheet = withShape(officialForm, 'report', 'sheet');
    const { columns, shape } = sheet.report;
    if (shape?.kind !== 'sheet') throw new Error('no sheet');
    // All that is wrong with it: no table has this shape yet.
    expect(formProblems(sheet).flatMap((problem) => (isBroken(problem) ? [problem.code] : []))).toEqual([
      'shape-undrawn',
    ]);
    expect(sheetLines(sheet.report).map((line) => line.map(({ content }) => content[0]))).toEqual([
      ['number', 'title'],
      ['plan'],
      ['targets'],
      ['results'],
      ['outcomes'],
    ]);
    const grouped = withGroup(withBeside(sheet, 'report', 3, true), 'report', 2, '計画');
    for (const made of [sheet, grouped]) expect(sheetWidth(made.report, shape)).toBeCloseTo(273, 1);
    expect(columns).toHaveLength(grouped.report.columns.length);
  });
});

test('A heading follows the name of its field, as long as it says nothing else', () => {
  const form = withColumn(withNewField(officialForm, 'xnew', '新しい項目'), 'report', 2, 'xnew');
  const renamed = withFieldRenamed(form, 'xnew', '協働先');
  expect(renamed.fields[0]?.label).toBe('協働先');
  expect(renamed.report.columns[2]?.heading).toEqual(['協働先']);
  const own = withFieldRenamed(withHeading(form, 'report', 2, ['団体']), 'xnew', '協働先');
  expect(own.report.columns[2]?.heading).toEqual(['団体']);
});

describe('A form to begin with', () => {
  test('from nothing can be used as it is', () => {
    const form = blankForm('made', '新しい様式');
    expect(v.is(officeFormSchema, form)).toBe(true);
    expect(formProblems(form).filter(isBroken)).toEqual([]);
    for (const name of formNames) expect(tableWidth(form[name])).toBeCloseTo(roomOf(form[name]), 5);
  });

  test('from another says the same under a name of its own', () => {
    const copy = copiedForm({ ...officialForm, purpose: '標準' }, 'copied', '標準の写し');
    expect(copy).toEqual({ ...officialForm, id: 'copied', label: '標準の写し', purpose: undefined });
    expect(v.is(officeFormSchema, copy)).toBe(true);
  });
});
