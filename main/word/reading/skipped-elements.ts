/** Elements of which nothing is read, with all that they hold. */
export const skippedElements: ReadonlySet<string> = new Set([
  // What a property was before it was changed.
  'w:pPrChange',
  'w:rPrChange',
  'w:sectPrChange',
  'w:tblPrChange',
  'w:tblPrExChange',
  'w:tblGridChange',
  'w:tcPrChange',
  'w:trPrChange',
  'w:numberingChange',
  // Settings without text of the page's own.
  'w:sdtPr',
  'w:sdtEndPr',
  'w:tblPrEx',
  'w:rubyPr',
  'w:ffData',
  // Instructions of fields.
  'w:instrText',
  'w:delInstrText',
  'w:fldData',
]);
