import type { IParagraphStyleOptions } from 'docx';
import type { Form } from '../../../shared/model/form.ts';
import type { OutlineParagraph } from '../../../shared/model/outline.ts';
import { halfPointsOf, twipsOfPoints } from './lengths.ts';

/** Identifiers of the paragraph styles that a document is written with. */
export const styleIds = {
  title: 'Title',
  headLine: 'SengenHeadLine',
  cell: 'SengenCell',
  columnHeading: 'SengenColumnHeading',
  number: 'SengenNumber',
  label: 'SengenLabel',
  bullet: 'SengenBullet',
  asOf: 'SengenAsOf',
  figure: 'SengenFigure',
  seam: 'SengenSeam',
} as const;

export const styleOfKind: { readonly [kind in OutlineParagraph['kind']]: string } = {
  plain: styleIds.cell,
  label: styleIds.label,
  bullet: styleIds.bullet,
  'as-of': styleIds.asOf,
  figure: styleIds.figure,
};

/** Points between the head's name and the table. */
export const spaceAboveTable = 3;

/**
 * The styles by the names that people see in Word's list. Everything that can be seen of the table's
 * text hangs on them, so that a person changes one style and not a thousand paragraphs.
 */
export function paragraphStyles({ type }: Form): IParagraphStyleOptions[] {
  const em = twipsOfPoints(type.bodySize);
  const exact = (points: number) => ({ line: twipsOfPoints(points), lineRule: 'exact' }) as const;
  const based = { basedOn: styleIds.cell, quickFormat: true } as const;
  return [
    {
      id: styleIds.title,
      name: 'Title',
      basedOn: 'Normal',
      next: 'Normal',
      quickFormat: true,
      paragraph: { alignment: 'center', spacing: exact(type.titleLine) },
      run: { size: halfPointsOf(type.titleSize) },
    },
    {
      id: styleIds.headLine,
      name: '職氏名',
      basedOn: 'Normal',
      quickFormat: true,
      paragraph: {
        alignment: 'right',
        spacing: { ...exact(headLineHeight(type)), after: twipsOfPoints(spaceAboveTable) },
      },
      run: { size: halfPointsOf(headLineSize(type)) },
    },
    {
      id: styleIds.cell,
      name: '表の本文',
      basedOn: 'Normal',
      quickFormat: true,
      paragraph: { spacing: exact(type.bodyLine) },
    },
    { ...based, id: styleIds.columnHeading, name: '表の見出し', paragraph: { alignment: 'center' } },
    { ...based, id: styleIds.number, name: '表の番号', paragraph: { alignment: 'center' } },
    { ...based, id: styleIds.label, name: '表のラベル' },
    {
      ...based,
      id: styleIds.bullet,
      name: '表の箇条書き',
      // The bullet is typed text of one em; what follows it on the next line stands under the text.
      paragraph: { alignment: 'both', indent: { left: em, hanging: em } },
    },
    // The bracket 【 is a full-width character whose left half is empty: it stands in by itself.
    { ...based, id: styleIds.asOf, name: '表の時点', paragraph: { indent: { left: em, hanging: em } } },
    { ...based, id: styleIds.figure, name: '表の実績値', paragraph: { indent: { left: em } } },
    {
      id: styleIds.seam,
      name: '表の継ぎ目',
      basedOn: 'Normal',
      paragraph: { spacing: exact(1) },
      run: { size: 2 },
    },
  ];
}

/** Points. The head's name stands between title and table, and so does its size. */
export function headLineSize(type: Form['type']): number {
  return type.bodySize + 1;
}

export function headLineHeight(type: Form['type']): number {
  return type.bodyLine + 3.5;
}
