import { xmlText } from './xml-text.ts';
import type { GivenOutMarks, WordMarks } from './word-marks.ts';

/** The small parts of the package that say what it holds and whose it is (ECMA-376 part 2). */

const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const office = 'http://schemas.openxmlformats.org/officeDocument/2006';
const packaging = 'http://schemas.openxmlformats.org/package/2006';
const wordType = 'application/vnd.openxmlformats-officedocument.wordprocessingml';
const officeType = 'application/vnd.openxmlformats-officedocument';

const overrides = [
  ['/word/document.xml', `${wordType}.document.main+xml`],
  ['/word/styles.xml', `${wordType}.styles+xml`],
  ['/word/settings.xml', `${wordType}.settings+xml`],
  ['/word/fontTable.xml', `${wordType}.fontTable+xml`],
  ['/word/theme/theme1.xml', `${officeType}.theme+xml`],
  ['/docProps/core.xml', 'application/vnd.openxmlformats-package.core-properties+xml'],
  ['/docProps/app.xml', `${officeType}.extended-properties+xml`],
  ['/docProps/custom.xml', `${officeType}.custom-properties+xml`],
] as const;

export function contentTypesXml(): string {
  return contentTypesOf(overrides);
}

/** The types of a package that carries a report in a custom part. */
export function carryingContentTypesXml(): string {
  return contentTypesOf([
    ...overrides,
    ['/customXml/itemProps1.xml', `${officeType}.customXmlProperties+xml`],
  ]);
}

function contentTypesOf(types: readonly (readonly [part: string, type: string])[]): string {
  return (
    `${declaration}<Types xmlns="${packaging}/content-types">` +
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
    '<Default Extension="xml" ContentType="application/xml"/>' +
    types.map(([part, type]) => `<Override PartName="${part}" ContentType="${type}"/>`).join('') +
    '</Types>'
  );
}

export function packageRelationshipsXml(): string {
  return relationshipsXml([
    [`${office}/relationships/officeDocument`, 'word/document.xml'],
    [`${packaging}/relationships/metadata/core-properties`, 'docProps/core.xml'],
    [`${office}/relationships/extended-properties`, 'docProps/app.xml'],
    [`${office}/relationships/custom-properties`, 'docProps/custom.xml'],
  ]);
}

const documentRelationships = [
  [`${office}/relationships/styles`, 'styles.xml'],
  [`${office}/relationships/settings`, 'settings.xml'],
  [`${office}/relationships/fontTable`, 'fontTable.xml'],
  [`${office}/relationships/theme`, 'theme/theme1.xml'],
] as const;

export function documentRelationshipsXml(): string {
  return relationshipsXml(documentRelationships);
}

/** The relationships of a document that carries a report in a custom part. */
export function carryingRelationshipsXml(): string {
  return relationshipsXml([
    ...documentRelationships,
    [`${office}/relationships/customXml`, '../customXml/item1.xml'],
  ]);
}

export function customPartRelationshipsXml(): string {
  return relationshipsXml([[`${office}/relationships/customXmlProps`, 'itemProps1.xml']]);
}

/** The custom part's name for itself; always the same, because a file carries one report. */
export function customPartPropertiesXml(): string {
  return (
    `${declaration}<ds:datastoreItem ds:itemID="{6F3C9A52-7D1E-4B86-9E0A-2C5D8B714F63}"` +
    ` xmlns:ds="${office}/customXml"><ds:schemaRefs><ds:schemaRef ds:uri="urn:sengen:report:1"/>` +
    '</ds:schemaRefs></ds:datastoreItem>'
  );
}

function relationshipsXml(relationships: readonly (readonly [type: string, target: string])[]): string {
  return (
    `${declaration}<Relationships xmlns="${packaging}/relationships">` +
    relationships
      .map(
        ([type, target], index) => `<Relationship Id="rId${index + 1}" Type="${type}" Target="${target}"/>`,
      )
      .join('') +
    '</Relationships>'
  );
}

/** Title, author and language; no dates, so that the same content stays the same bytes. */
export function corePropertiesXml(title: string, author: string): string {
  return (
    `${declaration}<cp:coreProperties xmlns:cp="${packaging}/metadata/core-properties"` +
    ' xmlns:dc="http://purl.org/dc/elements/1.1/">' +
    `<dc:title>${xmlText(title)}</dc:title><dc:creator>${xmlText(author)}</dc:creator>` +
    '<dc:language>ja-JP</dc:language></cp:coreProperties>'
  );
}

export function applicationPropertiesXml(): string {
  return `${declaration}<Properties xmlns="${office}/extended-properties"><Application>Sengen</Application></Properties>`;
}

/** What the marks below say, and how bookmarks are named; raised when a reader must tell two kinds apart. */
const markFormat = '1';

/** The marks by which a file that comes back finds its report; all text, so that no re-save changes a type. */
export function customPropertiesXml(marks: WordMarks): string {
  return propertiesXml([
    ['SengenReport', marks.report],
    ['SengenRevision', String(marks.revision)],
    ['SengenContent', marks.contentHash],
    ['SengenForm', marks.form],
    ['SengenFormat', markFormat],
    ...(marks.givenOut === undefined ? [] : givenOutProperties(marks.givenOut)),
  ]);
}

function givenOutProperties({
  section,
  start,
  deadline,
  note,
  by,
}: GivenOutMarks): (readonly [name: string, value: string])[] {
  return [
    ['SengenSection', section],
    ['SengenStart', `${start.sequence} ${start.step}`],
    ['SengenDeadline', deadline],
    ['SengenNote', note],
    ['SengenBy', by],
  ];
}

/** For a document that is about reports but is none, and must not be taken for one when it comes back. */
export function noPropertiesXml(): string {
  return propertiesXml([]);
}

function propertiesXml(properties: readonly (readonly [name: string, value: string])[]): string {
  return (
    `${declaration}<Properties xmlns="${office}/custom-properties" xmlns:vt="${office}/docPropsVTypes">` +
    properties
      .map(
        ([name, value], index) =>
          `<property fmtid="{D5CDD505-2E9C-101B-9397-08002B2CF9AE}" pid="${index + 2}" name="${name}">` +
          `<vt:lpwstr>${xmlText(value)}</vt:lpwstr></property>`,
      )
      .join('') +
    '</Properties>'
  );
}
