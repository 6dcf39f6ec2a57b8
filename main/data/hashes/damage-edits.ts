import { longestLine } from '../../../shared/model/report.ts';
import { editSchema, type Edit } from '../../../shared/model/edits.ts';
import type { StoredValue } from './record-hash.ts';
import type { StoredRecord } from './stored-record.ts';

/**
 * What befell a text, and its being put right again, as edits of one step: from what was stored to what stood there, and
 * back. Together they change nothing: the log goes on leading where it led, and the history shows both texts.
 *
 * Empty for what is no text of a report. What stood there is shown as far as it can be: an edit holds no broken text.
 */
export function damageEdits({ table, values }: StoredRecord, now: readonly StoredValue[]): Edit[] {
  return table.columns.flatMap((column, at) => {
    const [was, is] = [values[at] ?? null, now[at] ?? null];
    const part = was === is ? null : partOf(table.name, column, (name) => now[table.columns.indexOf(name)]);
    if (part === null) return [];
    const [standing, stored] = [part.read(was), part.read(is)];
    const edits = [
      { ...part.edit, before: stored, after: standing },
      { ...part.edit, before: standing, after: stored },
    ].flatMap(checked);
    return edits.length === 2 ? edits : [];
  });
}

/** The edit that changes a column, without its texts, and how a stored value is read for it. */
interface Part {
  readonly edit: object;
  read(value: StoredValue): unknown;
}

function partOf(
  table: string,
  column: string,
  of: (column: string) => StoredValue | undefined,
): Part | null {
  const field = column.replaceAll(/_([a-z])/gu, (_, letter: string) => letter.toUpperCase());
  switch (`${table}.${column}`) {
    case 'reports.municipality':
    case 'reports.department':
    case 'reports.year_label':
    case 'reports.head_post':
    case 'reports.head_name':
      return { edit: { kind: 'set-field', owner: 'report', field }, read: line };
    case 'reports.fiscal_year':
      return { edit: { kind: 'set-field', owner: 'report', field }, read: (value) => value };
    case 'reports.stage':
      return { edit: { kind: 'set-stage' }, read: orNull };
    case 'reports.form':
      return { edit: { kind: 'set-form' }, read: orNone };
    case 'reports.standing':
      return { edit: { kind: 'set-report-standing' }, read: orNone };
    case 'initiatives.standing':
      return { edit: { kind: 'set-row-standing', initiative: of('id') }, read: orNone };
    case 'initiatives.title':
    case 'initiatives.section':
      return { edit: { kind: 'set-field', owner: 'row', initiative: of('id'), field }, read: line };
    case 'initiatives.plan':
    case 'initiatives.results':
    case 'initiatives.direction':
      return { edit: { kind: 'set-field', owner: 'row', initiative: of('id'), field }, read: paragraphs };
    case 'targets.measure':
      return targetPart(of, field, line);
    case 'targets.note':
    case 'targets.value':
      return targetPart(of, field, orNull);
    case 'targets.verdict':
      return {
        edit: {
          kind: 'set-field',
          owner: 'target',
          field: 'verdict',
          initiative: of('initiative'),
          target: of('id'),
        },
        read: orNull,
      };
    case 'outcomes.statement':
      return outcomePart(of, field, line);
    case 'outcomes.as_of':
      return outcomePart(of, field, orNull);
    case 'outcomes.figures':
      return {
        edit: {
          kind: 'set-field',
          owner: 'outcome',
          field: 'figures',
          initiative: of('initiative'),
          outcome: of('id'),
        },
        read: (value) => parsed(value) ?? [],
      };
    default:
      return null;
  }
}

type Columns = (column: string) => StoredValue | undefined;

function targetPart(of: Columns, field: string, read: Part['read']): Part {
  return {
    edit: { kind: 'set-field', owner: 'target', initiative: of('initiative'), target: of('id'), field },
    read,
  };
}

function outcomePart(of: Columns, field: string, read: Part['read']): Part {
  return {
    edit: { kind: 'set-field', owner: 'outcome', initiative: of('initiative'), outcome: of('id'), field },
    read,
  };
}

/** Whatever can't stand in a text is shown as �. */
function line(value: StoredValue): string {
  return (typeof value === 'string' ? value : '')
    .toWellFormed()
    .replaceAll(/[\p{Cc}\u2028\u2029\uFFFE\uFFFF]/gu, '\uFFFD')
    .slice(0, longestLine);
}

function orNull(value: StoredValue): string | null {
  const text = line(value);
  return text === '' ? null : text;
}

/** JSON, or '' for what is not said. */
function orNone(value: StoredValue): unknown {
  return value === '' ? null : parsed(value);
}

function paragraphs(value: StoredValue): unknown[] {
  const list = parsed(value);
  return Array.isArray(list)
    ? list.map((text) => line(typeof text === 'string' ? text : ''))
    : [line(value)];
}

function parsed(value: StoredValue): unknown {
  try {
    return JSON.parse(String(value)) as unknown;
  } catch {
    return null;
  }
}

function checked(edit: object): Edit[] {
  const result = editSchema['~standard'].validate(edit);
  return result instanceof Promise || result.issues !== undefined ? [] : [result.value];
}
