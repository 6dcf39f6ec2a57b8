import { replaceOnce } from './cut-once.ts';
import { styleIds } from './paragraph-styles.ts';

/** What the `docx` library has no words for, put into the parts that it wrote. */

/**
 * How lines are broken, for the style that all others stand on. In the document's defaults LibreOffice
 * would overlook it.
 */
const eastAsianLines =
  '<w:widowControl w:val="0"/><w:kinsoku/><w:wordWrap/>' +
  // No stop hangs over the edge: it would touch the cell's border.
  '<w:overflowPunct w:val="0"/>' +
  // Half-width letters and digits are half an em wide: with no space added, text keeps to whole and half ems.
  '<w:autoSpaceDE w:val="0"/><w:autoSpaceDN w:val="0"/><w:snapToGrid w:val="0"/>';

/** The library's styles without those that no document of ours uses, and with East Asian line breaking. */
export function stylesXml(xml: string): string {
  const used = new Set<string>(['Normal', 'TableNormal', ...Object.values(styleIds)]);
  const lean = xml.replaceAll(/<w:style .*?<\/w:style>/gs, (style) =>
    used.has(/w:styleId="([^"]*)"/.exec(style)?.[1] ?? '') ? style : '',
  );
  return replaceOnce(
    lean,
    '<w:name w:val="Normal"/><w:qFormat/>',
    `<w:name w:val="Normal"/><w:qFormat/><w:pPr>${eastAsianLines}</w:pPr>`,
  );
}

/**
 * The library's settings with those of Word's own Japanese documents that the library has no name for.
 * `trackChanges` switches recording on (ECMA-376 17.15.1.89).
 */
export function settingsXml(xml: string, trackChanges: boolean): string {
  const setting = (name: string, value: string) =>
    `<w:compatSetting w:name="${name}" w:uri="http://schemas.microsoft.com/office/word" w:val="${value}"/>`;
  const tracked = trackChanges
    ? replaceOnce(xml, '<w:defaultTabStop ', '<w:trackRevisions/><w:defaultTabStop ')
    : xml;
  const compressed = replaceOnce(
    replaceOnce(tracked, '<w:displayBackgroundShape/>', ''),
    '<w:compat>',
    '<w:characterSpacingControl w:val="compressPunctuation"/><w:compat>',
  );
  return replaceOnce(
    compressed,
    '</w:compat>',
    setting('overrideTableStyleFontSizeAndJustification', '1') +
      setting('enableOpenTypeFeatures', '1') +
      setting('doNotFlipMirrorIndents', '1') +
      setting('differentiateMultirowTableHeaders', '1') +
      '</w:compat><w:themeFontLang w:val="en-US" w:eastAsia="ja-JP"/>' +
      '<w:decimalSymbol w:val="."/><w:listSeparator w:val=","/>',
  );
}
