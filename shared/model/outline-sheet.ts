import type { Form, SheetShape } from './form.ts';
import { sheetGrid } from './forms/sheet-grid.ts';
import { outlinePart } from './outline-field.ts';
import type { OutlineCell, OutlineRow } from './outline.ts';
import type { Initiative } from './report.ts';

/** A row as a sheet: its title line, then labels with their texts. */
export function rowAsSheet(
  initiative: Initiative,
  number: number,
  form: Form,
  shape: SheetShape,
): Pick<OutlineRow, 'lines' | 'cells'> {
  const { widths, lines } = sheetGrid(form, shape);
  const title = shape.title.replaceAll('{number}', String(number));
  const cells: OutlineCell[] = [
    { place: { column: 0, columns: widths.length, line: 0, lines: 1 }, label: [title], parts: [] },
  ];
  lines.forEach(({ group, pairs }, at) => {
    const line = at + 1;
    if (group !== null && group.lines > 0) {
      cells.push({ place: { ...group.span, line, lines: group.lines }, label: [group.text], parts: [] });
    }
    for (const { column, label, text } of pairs) {
      cells.push(
        { place: { ...label, line, lines: 1 }, label: column.heading, parts: [] },
        {
          place: { ...text, line, lines: 1 },
          parts: column.content.map((field) => outlinePart(initiative, number, field, form)),
        },
      );
    }
  });
  return { lines: lines.length + 1, cells };
}
