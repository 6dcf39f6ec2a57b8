import { isOn } from './on-off.ts';
import { exactLine } from './look/exact-line.ts';
import { floatingAt, indentsOf, points } from './look/whereabouts.ts';
import type { Palette } from './look/palette.ts';
import { groundOf } from './look/shading.ts';
import type { OpenParagraph } from './open-paragraph.ts';
import type { XmlAttributes } from './read-xml.ts';
import type { TableStack } from './table-stack.ts';

/**
 * Takes what an element says of what lies behind a paragraph, a cell or a table, and of the room that they
 * have; false for any other element. `parent` is the element of properties around it.
 */
export function takeLook(
  name: string,
  attributes: XmlAttributes,
  parent: string | undefined,
  {
    paragraph,
    tables,
    palette,
  }: { paragraph: OpenParagraph | undefined; tables: TableStack; palette: Palette },
): boolean {
  const { table, row } = tables;
  switch (`${parent ?? ''} ${name}`) {
    case 'w:pPr w:shd':
      if (paragraph !== undefined) paragraph.ground = groundOf(attributes, palette);
      return true;
    case 'w:pPr w:spacing':
      if (paragraph !== undefined) paragraph.line = exactLine(attributes) ?? paragraph.line;
      return true;
    case 'w:pPr w:ind':
      if (paragraph !== undefined) paragraph.indents = indentsOf(attributes);
      return true;
    case 'w:pPr w:framePr':
      if (paragraph !== undefined) paragraph.floatsOff = floatingAt(attributes).off;
      return true;
    case 'w:tblPr w:tblInd':
      if (table !== null && attributes['w:type'] !== 'pct') table.indent += points(attributes['w:w']);
      return true;
    case 'w:tblPr w:tblpPr':
      if (table !== null) {
        const { x, off } = floatingAt(attributes);
        table.indent += x;
        table.floatsOff = off;
      }
      return true;
    case 'w:tcPr w:shd':
      if (row?.cell) row.cell.ground = groundOf(attributes, palette);
      return true;
    case 'w:tcPr w:tcW':
      if (row?.cell && attributes['w:type'] === 'dxa') row.cell.width = pointsOf(attributes['w:w']);
      return true;
    case 'w:trPr w:trHeight':
      if (row !== null && attributes['w:hRule'] === 'exact')
        row.exactHeight = pointsOf(attributes['w:val']);
      return true;
    case 'w:tblPr w:shd':
      if (table !== null) table.ground = groundOf(attributes, palette);
      return true;
    case 'w:tblPr w:tblStyle':
      if (table !== null) table.style = attributes['w:val'] ?? null;
      return true;
    case 'w:tblPr w:tblLook':
      if (table !== null) table.headsRows = headsRows(attributes);
      return true;
    default:
      return false;
  }
}

/** Of twips; null for what is no number. */
function pointsOf(twips: string | undefined): number | null {
  const number = Number.parseFloat(twips ?? '');
  return Number.isFinite(number) ? number / 20 : null;
}

/** Said by an attribute of its own, or by a bit of the older one (ECMA-376 17.4.55). */
function headsRows(attributes: XmlAttributes): boolean {
  const own = attributes['w:firstRow'];
  return own === undefined ? (Number.parseInt(attributes['w:val'] ?? '0', 16) & 0x20) !== 0 : isOn(own);
}
