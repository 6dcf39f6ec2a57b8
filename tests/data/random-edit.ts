import type { Edit } from '../../shared/model/edits.ts';
import type { OwnValue } from '../../shared/model/fields/field.ts';
import type { OwnsFields } from '../../shared/model/fields/values.ts';
import {
  pageBreakKeys,
  verdicts,
  writingStages,
  type Initiative,
  type Report,
} from '../../shared/model/report.ts';
import { madeUpOfficeForm } from '../fields/made-up-form.ts';
import { fullInitiative, initiative, outcome, target } from './sample-content.ts';

/** An edit that fits a report, chosen by four numbers. */
export function randomEdit(
  report: Report,
  [kind = 0, one = 0, two = 0, three = 0]: readonly number[],
): Edit {
  const row = pick(report.initiatives, one);
  if (row === undefined || kind % 3 === 0) return listEdit(report, row, kind, one, two);
  const edits = [
    ...rowEdits(row, one, two, three),
    ...targetEdits(row, two, three),
    ...outcomeEdits(row, two, three),
  ];
  return pick(edits, kind) ?? listEdit(report, row, kind, one, two);
}

function listEdit(
  report: Report,
  row: Initiative | undefined,
  kind: number,
  one: number,
  two: number,
): Edit {
  const { initiatives } = report;
  const at = one % (initiatives.length + 1);
  const add: Edit = {
    kind: 'add-initiative',
    at,
    initiative: two % 2 === 0 ? fullInitiative() : initiative({ title: '' }),
  };
  if (row === undefined) return add;
  const from = initiatives.indexOf(row);
  return pick<Edit>(
    [
      add,
      { kind: 'remove-initiative', at: from, initiative: row },
      { kind: 'move-initiative', initiative: row.id, from, to: two % initiatives.length },
      {
        kind: 'set-field',
        owner: 'report',
        field: 'headName',
        before: report.headName,
        after: `渚 ${two}郎`,
      },
      {
        kind: 'set-stage',
        before: report.stage,
        after: pick([null, 'declaration', 'report'] as const, two)!,
      },
      {
        kind: 'set-form',
        before: report.form ?? null,
        after: pick([null, madeUpOfficeForm, { ...madeUpOfficeForm, label: '改めた様式' }] as const, two)!,
      },
      {
        kind: 'set-field',
        owner: 'report',
        field: 'fiscalYear',
        before: report.fiscalYear,
        after: 2000 + (two % 100),
      },
      { kind: 'set-field', owner: 'report', ...ownChange(report, one, two) },
    ],
    Math.floor(kind / 3),
  )!;
}

function rowEdits(row: Initiative, one: number, two: number, three: number): Edit[] {
  const field = (['plan', 'results', 'direction'] as const)[two % 3]!;
  const text = (['title', 'section'] as const)[(one + three) % 2]!;
  return [
    {
      kind: 'set-field',
      owner: 'row',
      initiative: row.id,
      field: text,
      before: row[text],
      after: texts(three),
    },
    {
      kind: 'set-page-break',
      initiative: row.id,
      document: writingStages[two % 2]!,
      before: row[pageBreakKeys[writingStages[two % 2]!]],
      after: three % 2 === 0,
    },
    {
      kind: 'set-field',
      owner: 'row',
      initiative: row.id,
      field,
      before: row[field],
      after: row[field].toSpliced(one % 3, three % 2, ...(three % 3 === 0 ? [] : [texts(one)])),
    },
    { kind: 'set-field', owner: 'row', initiative: row.id, ...ownChange(row, one, two) },
    {
      kind: 'add-target',
      initiative: row.id,
      at: two % (row.targets.length + 1),
      target: target({ note: null }),
    },
    {
      kind: 'add-outcome',
      initiative: row.id,
      at: two % (row.outcomes.length + 1),
      outcome: outcome({ asOf: null, targets: row.targets.slice(0, three % 3).map(({ id }) => id) }),
    },
  ];
}

/** A form's own field says something else, or nothing any more. */
function ownChange(holder: OwnsFields, one: number, two: number) {
  const field = (['xmessage', 'xpartners'] as const)[one % 2]!;
  const empty: OwnValue = field === 'xmessage' ? '' : [];
  const after: OwnValue =
    two % 4 === 0 ? empty : field === 'xmessage' ? `伝言${two}` : [`町内会${two}`, '学校'];
  return { field, before: holder.own?.[field] ?? empty, after };
}

function targetEdits(row: Initiative, two: number, three: number): Edit[] {
  const standing = pick(row.targets, two);
  if (standing === undefined) return [];
  const of = { initiative: row.id, target: standing.id };
  const from = row.targets.indexOf(standing);
  const field = (['note', 'value'] as const)[three % 2]!;
  return [
    { kind: 'remove-target', initiative: row.id, at: from, target: standing },
    { kind: 'move-target', ...of, from, to: three % row.targets.length },
    {
      kind: 'set-field',
      owner: 'target',
      ...of,
      field: 'measure',
      before: standing.measure,
      after: texts(three),
    },
    {
      kind: 'set-field',
      owner: 'target',
      ...of,
      field,
      before: standing[field],
      after: texts(three) || null,
    },
    {
      kind: 'set-field',
      owner: 'target',
      field: 'verdict',
      ...of,
      before: standing.verdict,
      after: three % 5 === 0 ? null : pick(verdicts, three)!,
    },
    { kind: 'set-field', owner: 'target', ...of, ...ownChange(standing, two, three) },
  ];
}

function outcomeEdits(row: Initiative, two: number, three: number): Edit[] {
  const standing = pick(row.outcomes, two);
  if (standing === undefined) return [];
  const of = { initiative: row.id, outcome: standing.id };
  const from = row.outcomes.indexOf(standing);
  const named = row.targets.map(({ id }) => id);
  return [
    { kind: 'remove-outcome', initiative: row.id, at: from, outcome: standing },
    { kind: 'move-outcome', ...of, from, to: three % row.outcomes.length },
    {
      kind: 'set-field',
      owner: 'outcome',
      ...of,
      field: 'statement',
      before: standing.statement,
      after: texts(three),
    },
    {
      kind: 'set-field',
      owner: 'outcome',
      ...of,
      field: 'asOf',
      before: standing.asOf,
      after: texts(three) || null,
    },
    {
      kind: 'set-field',
      owner: 'outcome',
      field: 'figures',
      ...of,
      before: standing.figures,
      after: [{ label: texts(three) || null, value: `${three}件` }].slice(0, three % 3),
    },
    {
      kind: 'set-field',
      owner: 'outcome',
      field: 'targets',
      ...of,
      before: standing.targets,
      after: three % 2 === 0 ? named.toReversed() : named.slice(0, three % 3),
    },
    { kind: 'set-field', owner: 'outcome', ...of, ...ownChange(standing, Math.floor(three / 3), two) },
  ];
}

function texts(number: number): string {
  return pick(
    ['', '約5,400基', '港の朝市を月2回開きます。', '𠮷野家・髙橋', `改めた文 ${number}`, '"引用"と\\と%'],
    number,
  )!;
}

function pick<T>(list: readonly T[], number: number): T | undefined {
  return list[number % list.length];
}
