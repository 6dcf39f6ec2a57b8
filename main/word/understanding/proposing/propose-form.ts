import {
  builtInField,
  builtInRowFields,
  isInitiativeField,
  type RowField,
} from '../../../../shared/model/fields/built-in-fields.ts';
import { isOwnField } from '../../../../shared/model/fields/field.ts';
import { isItemField, type ItemField, type ItemPart } from '../../../../shared/model/fields/item-parts.ts';
import { tableWidth, roomOf, leastColumn } from '../../../../shared/model/forms/design/column-widths.ts';
import {
  withColumn,
  withColumnsFitted,
  withColumnsOfOther,
  withDocument,
  withUsualWidths,
} from '../../../../shared/model/forms/design/design-columns.ts';
import {
  mostColumns,
  mostOwnFields,
  officeFormFormat,
  type DocumentForm,
  type FormField,
  type OfficeForm,
} from '../../../../shared/model/forms/office-form.ts';
import { officialForm } from '../../../../shared/model/forms/official-form.ts';
import type { FormName } from '../../../../shared/model/form.ts';
import { failed, success, type Result } from '../../../../shared/result.ts';
import { viewDocument } from '../../reading/document-view.ts';
import type { ViewBlock, ViewTable } from '../../reading/view-blocks.ts';
import type { Paper, WordDocument } from '../../reading/word-document.ts';
import { comparable, fieldNamed, type ColumnField } from '../field-names.ts';
import { KnownForm, nameKey, officialOnly } from '../known-form.ts';
import { fieldOfName } from './field-of-name.ts';
import { headedColumns, type HeadedColumn } from './headings-of-table.ts';

/** A form that lays a report out as a table of a file does. */
export interface ProposedForm {
  readonly form: OfficeForm;
  /** Headings that no form knows: each is a new field, for paragraphs, until a person says better. */
  readonly unknown: readonly string[];
}

/** No table of the file is headed as one that a form could lay out; `tables` it has. */
export interface NoTableForAForm {
  readonly code: 'form-table-missing';
  readonly tables: number;
}

export interface ProposeOptions {
  /** Of the new form. */
  readonly id: string;
  readonly label: string;
  /** Forms by whose own fields columns are known; the first counts most. */
  readonly forms: readonly OfficeForm[];
}

/** Proposes a form after the table of a file that says most of a report, filled in or not. */
export function proposeForm(
  document: WordDocument,
  { id, label, forms }: ProposeOptions,
): Result<ProposedForm, NoTableForAForm> {
  const tables = tablesIn(viewDocument(document, 'accepted').body);
  const columns = columnsOfBest(tables, forms);
  if (columns === null) {
    return failed({ code: 'form-table-missing', tables: tables.length });
  }
  const drawn = new DrawnColumns(forms);
  for (const column of columns.slice(0, mostColumns)) drawn.add(column);
  const name: FormName = drawn.reports ? 'report' : 'declaration';
  const page = pageOf(document.paper) ?? officialForm[name].page;
  const empty = (official: DocumentForm): DocumentForm => ({
    ...withoutLimits(official),
    page,
    cellLabels: {},
  });
  const made = withDocument(
    {
      format: officeFormFormat,
      id,
      label,
      fields: drawn.fields,
      declaration: empty(officialForm.declaration),
      report: empty(officialForm.report),
    },
    name,
    {
      columns: drawn.columns,
      cellLabels: drawn.cellLabels,
      ...(drawn.lines ? { shape: { kind: 'line-per-target' } } : {}),
    },
  );
  const widths = columns.every(({ width }) => (width ?? 0) >= leastColumn)
    ? fitted(made, name)
    : withUsualWidths(made, name);
  return success({ form: withOther(widths, name), unknown: drawn.unknown });
}

/** The table with most headings that a report knows; the first of those without any. */
function columnsOfBest(
  tables: readonly ViewTable[],
  forms: readonly OfficeForm[],
): readonly HeadedColumn[] | null {
  const readings = [officialOnly, ...forms.map((form) => new KnownForm(form))];
  let best: readonly HeadedColumn[] | null = null;
  let most = -1;
  for (const table of tables) {
    for (const form of readings) {
      const columns = headedColumns(table, { fiscalYear: null, form });
      const known = columns?.reduce((sum, { fields }) => sum + fields.length, 0) ?? -1;
      if (columns !== null && known > most) [best, most] = [columns, known];
    }
  }
  return best;
}

/** The columns of the form, while they are put together. */
class DrawnColumns {
  readonly columns: DocumentForm['columns'][number][] = [];
  readonly fields: FormField[] = [];
  readonly unknown: string[] = [];
  readonly cellLabels: { [field in RowField]?: string } = {};
  /** Something that is written at the end of the year stands in one of them. */
  reports = false;
  /** Some hold parts of targets, a line each. */
  lines = false;
  readonly #forms: readonly KnownForm[];
  readonly #drawn = new Set<string>();

  constructor(forms: readonly OfficeForm[]) {
    this.#forms = forms.map((form) => new KnownForm(form));
  }

  add(column: HeadedColumn): void {
    const [field] = column.fields;
    if (column.ofEach !== undefined && field !== undefined && isItemField(field)) {
      this.#addParts(field, column.ofEach, column);
      return;
    }
    const { heading, fields, width, labels } = column;
    // The number's column holds nothing else.
    const named = fields.length > 1 ? fields.filter((field) => field !== 'number') : fields;
    const content = named.filter((field) => !this.#drawn.has(field) && this.#isThere(field));
    if (content.length === 0) {
      const own = this.#ownField(heading);
      if (own === null) return;
      content.push(own.id);
    }
    for (const field of content) {
      this.#drawn.add(field);
      if (isInitiativeField(field) && builtInField(field).season === 'report') this.reports = true;
    }
    this.#label(content, labels);
    this.columns.push({ heading, content, width: Math.max(leastColumn, width ?? leastColumn) });
  }

  #addParts(field: ItemField, parts: readonly ItemPart[], { heading, width }: HeadedColumn): void {
    const ofEach = parts.filter(
      (part) => !this.#drawn.has(part) && (!isOwnField(part) || this.#isThere(part)),
    );
    if (ofEach.length === 0) return;
    for (const part of ofEach) this.#drawn.add(part);
    this.lines ||= field === 'targets';
    this.reports ||= field === 'outcomes';
    this.columns.push({
      heading,
      content: [field],
      ofEach,
      width: Math.max(leastColumn, width ?? leastColumn),
    });
  }

  /** A label is its field's whose name it says; any other that of the first field that has none, where it opens the cells. */
  #label(content: readonly ColumnField[], labels: HeadedColumn['labels']): void {
    for (const { text, first } of labels) {
      const name = text.slice(1, -1);
      const named = content.find((field) => field !== 'number' && this.#isCalled(field, name));
      const field = named ?? (first ? content[0] : content.find((each) => !(each in this.cellLabels)));
      if (field !== undefined && field !== 'number') this.cellLabels[field] ??= text;
    }
  }

  #isCalled(field: RowField, name: string): boolean {
    const own = this.fields.find(({ id }) => id === field);
    if (own !== undefined) {
      return [own.label, ...own.names].some((each) => nameKey(each) === nameKey(name));
    }
    return fieldNamed(comparable(name)) === field;
  }

  /** Whether the form has the field; one of another form's own comes along. */
  #isThere(field: ColumnField): boolean {
    if (!isOwnField(field) || this.fields.some(({ id }) => id === field)) return true;
    const found = this.#forms
      .flatMap(({ form }) => form?.fields ?? [])
      .find(({ id, owner }) => id === field && owner !== 'report');
    if (found === undefined || this.#isTaken(found.label)) return false;
    this.#bring(found);
    return true;
  }

  #bring(field: FormField): void {
    this.fields.push(field);
    if (field.season === 'report') this.reports = true;
  }

  /** One that a known form brings, else a new one; null where the form has no room for more. */
  #ownField(heading: readonly string[]): FormField | null {
    if (this.fields.length >= mostOwnFields) return null;
    const text = heading.join('');
    const known = this.#knownField(text);
    const field = known ?? this.#newField(text);
    if (known === null) this.unknown.push(field.label);
    this.#bring(field);
    return field;
  }

  #knownField(text: string): FormField | null {
    for (const form of this.#forms) {
      const id = form.fieldNamed(text);
      const found = form.form?.fields.find((field) => field.id === id);
      const isFree =
        found !== undefined &&
        found.owner === 'row' &&
        !this.#drawn.has(found.id) &&
        !this.#isTaken(found.label);
      if (isFree) return found;
    }
    return null;
  }

  #newField(text: string): FormField {
    const label = this.#freeLabel(text === '' ? `項目${this.columns.length + 1}` : text.slice(0, 60));
    return {
      id: fieldOfName(nameKey(comparable(label)), this.#drawn),
      owner: 'row',
      kind: 'paragraphs',
      label,
      // What stands right of what is reported at the end of the year is reported then, too.
      season: this.reports ? 'report' : 'declaration',
      names: [],
      asked: false,
    };
  }

  #freeLabel(label: string): string {
    let free = label.trim();
    for (let further = 2; this.#isTaken(free); further += 1) free = `${label.trim()}${further}`;
    return free;
  }

  #isTaken(label: string): boolean {
    return [...builtInRowFields, ...this.fields].some((field) => field.label.trim() === label.trim());
  }
}

/** The other document: the same columns as far as they belong there, and what a report has besides. */
function withOther(form: OfficeForm, drawn: FormName): OfficeForm {
  const other: FormName = drawn === 'report' ? 'declaration' : 'report';
  const copied = withColumnsOfOther(form, other);
  if (other === 'declaration') return copied;
  return (['results', 'direction', 'outcomes'] as const).reduce(
    (made, field) => withColumn(made, other, made[other].columns.length, field),
    copied,
  );
}

function fitted(form: OfficeForm, name: FormName): OfficeForm {
  return tableWidth(form[name]) > roomOf(form[name]) ? withColumnsFitted(form, name) : form;
}

function withoutLimits({ limits: _limits, ...document }: DocumentForm): DocumentForm {
  return document;
}

/** The paper of the file, where a form may have it; millimetres to a tenth, as a person writes them. */
function pageOf(paper: Paper | undefined): DocumentForm['page'] | null {
  if (paper === undefined || paper.width < 100 || paper.height < 100) return null;
  const rounded = (millimetres: number): number => Math.round(millimetres * 10) / 10;
  const { top, right, bottom, left } = paper.margin;
  const room = paper.width - left - right;
  if (room < paper.width / 2 || top + bottom > paper.height / 2) return null;
  return {
    width: rounded(paper.width),
    height: rounded(paper.height),
    margin: { top: rounded(top), right: rounded(right), bottom: rounded(bottom), left: rounded(left) },
  };
}

function tablesIn(blocks: readonly ViewBlock[]): ViewTable[] {
  return blocks.flatMap((block) => {
    if (block.kind === 'text-box') return tablesIn(block.blocks);
    if (block.kind !== 'table') return [];
    const inside = block.rows.flatMap(({ cells }) => cells.flatMap((cell) => tablesIn(cell.blocks)));
    return [block, ...inside];
  });
}
