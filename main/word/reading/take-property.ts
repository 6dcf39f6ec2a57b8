import { isOn } from './on-off.ts';
import type { OpenParagraph } from './open-paragraph.ts';
import type { OpenRow } from './open-table.ts';
import type { XmlAttributes } from './read-xml.ts';
import { levelOf } from './list-level.ts';

/** Takes what an element says of the paragraph, row or cell that is open; false for any other element. */
export function takeProperty(
  name: string,
  attributes: XmlAttributes,
  paragraph: OpenParagraph | undefined,
  row: OpenRow | null,
): boolean {
  const value = attributes['w:val'];
  switch (name) {
    case 'w:pStyle':
      if (paragraph !== undefined) paragraph.styleId = value ?? null;
      return true;
    case 'w:numId':
      if (paragraph !== undefined) paragraph.list = value ?? null;
      return true;
    case 'w:ilvl':
      if (paragraph !== undefined) paragraph.level = levelOf(value ?? '');
      return true;
    case 'w:pageBreakBefore':
      if (paragraph !== undefined) paragraph.pageBreakBefore = isOn(value);
      return true;
    case 'w:sectPr':
      if (paragraph !== undefined) paragraph.endsPage = true;
      return true;
    case 'w:type':
      if (paragraph !== undefined && value === 'continuous') paragraph.endsPage = false;
      return true;
    case 'w:tblHeader':
      if (row !== null) row.heading = isOn(value);
      return true;
    case 'w:hidden':
      if (row !== null) row.hidden = isOn(value);
      return true;
    case 'w:gridBefore':
      row?.skip(value);
      return true;
    case 'w:gridSpan':
      row?.cell?.spanOf(value);
      return true;
    case 'w:vMerge':
      row?.cell?.mergeOf(value);
      return true;
    default:
      return false;
  }
}
