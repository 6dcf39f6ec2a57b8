import { titleOf, type Form } from './form.ts';
import { isBlank } from './plain-text.ts';
import {
  pageBreakKeys,
  type Figure,
  type Initiative,
  type InitiativeField,
  type Outcome,
  type Report,
  type Target,
} from './report.ts';

/**
 * The table as plain cells and paragraphs: the one place that says what a cell prints.
 *
 * Word, preview, HTML, spreadsheet and comparison all draw this; none decides again.
 */
export interface Outline {
  readonly title: string;
  /** Post and name of the head, right-aligned under the title. */
  readonly headLine: string;
  readonly columns: readonly { readonly heading: readonly string[]; readonly width: number }[];
  readonly rows: readonly OutlineRow[];
}

export interface OutlineRow {
  /** The initiative's identifier. */
  readonly id: string;
  readonly number: number;
  readonly pageBreakBefore: boolean;
  /** One per column of the form. */
  readonly cells: readonly OutlineCell[];
}

export interface OutlineCell {
  /** Top down; a cell with two fields has two parts. */
  readonly parts: readonly OutlinePart[];
}

export interface OutlinePart {
  readonly field: 'number' | InitiativeField;
  /** At least one; an empty field prints one empty paragraph, so that there is a place to write in. */
  readonly paragraphs: readonly OutlineParagraph[];
}

export interface OutlineParagraph {
  readonly kind: 'plain' | 'label' | 'bullet' | 'as-of' | 'figure';
  readonly text: string;
}

export function outline(report: Report, form: Form): Outline {
  return {
    title: titleOf(form, report),
    headLine: headLineOf(report),
    columns: form.columns.map(({ heading, width }) => ({ heading, width })),
    rows: report.initiatives.map((initiative, index) => outlineRow(initiative, index + 1, form)),
  };
}

/** 市民生活部長 竹内 克則 */
export function headLineOf(report: Pick<Report, 'headPost' | 'headName'>): string {
  return [report.headPost, report.headName].filter((part) => !isBlank(part)).join(' ');
}

export function outlineRow(initiative: Initiative, number: number, form: Form): OutlineRow {
  return {
    id: initiative.id,
    number,
    pageBreakBefore: initiative[pageBreakKeys[form.name]],
    cells: form.columns.map(({ content }) => ({
      parts: content.map((field) => ({ field, paragraphs: paragraphsOf(initiative, number, field, form) })),
    })),
  };
}

function paragraphsOf(
  initiative: Initiative,
  number: number,
  field: 'number' | InitiativeField,
  form: Form,
): OutlineParagraph[] {
  if (field === 'number') return [{ kind: 'plain', text: String(number) }];
  const label = form.cellLabels[field];
  const paragraphs = [
    ...(label === undefined ? [] : [{ kind: 'label', text: label } as const]),
    ...outlineField(initiative, field),
  ];
  return paragraphs.length > 0 ? paragraphs : [{ kind: 'plain', text: '' }];
}

/** What a field prints without the form's label; nothing where it is empty. */
export function outlineField(initiative: Initiative, field: InitiativeField): OutlineParagraph[] {
  switch (field) {
    case 'title':
      return isBlank(initiative.title) ? [] : [{ kind: 'plain', text: initiative.title }];
    case 'section':
      return isBlank(initiative.section) ? [] : [{ kind: 'plain', text: `(${initiative.section})` }];
    case 'plan':
    case 'results':
    case 'direction':
      return initiative[field].map(bullet);
    case 'targets':
      return initiative.targets.map((target) => bullet(targetText(target)));
    case 'outcomes':
      return initiative.outcomes.flatMap(outcomeParagraphs);
  }
}

function bullet(text: string): OutlineParagraph {
  return { kind: 'bullet', text: `・${text}` };
}

/** `{measure}({note}) {value}` without the bullet. Brackets stand around words, never around spaces alone. */
export function targetText({ measure, note, value }: Pick<Target, 'measure' | 'note' | 'value'>): string {
  return measure + (isBlank(note) ? '' : `(${note})`) + (isBlank(value) ? '' : ` ${value}`);
}

function outcomeParagraphs({ statement, asOf, figures }: Outcome): OutlineParagraph[] {
  return [
    bullet(statement),
    ...(isBlank(asOf) ? [] : [{ kind: 'as-of', text: `【${asOf}】` } as const]),
    ...figures.map((figure) => ({ kind: 'figure', text: figureText(figure) }) as const),
  ];
}

/** `{label} {value}`. */
export function figureText({ label, value }: Figure): string {
  return isBlank(label) ? value : `${label} ${value}`;
}
