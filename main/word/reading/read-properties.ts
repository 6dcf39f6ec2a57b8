import { success, type Result } from '../../../shared/result.ts';
import type { NamedPart } from './read-comments.ts';
import { readXml } from './read-xml.ts';
import type { WordProperties } from './word-document.ts';
import type { WordFailure } from './word-failure.ts';
import type { XmlBudget } from './xml-budget.ts';

/** Title and people of docProps/core.xml, and the text properties of docProps/custom.xml. */
export function readProperties(
  core: NamedPart,
  custom: NamedPart,
  budget: XmlBudget,
): Result<WordProperties, WordFailure> {
  const said = new Map<string, string>();
  const coreRead = readTexts(core, budget, (element) => element, said);
  if (!coreRead.ok) return coreRead;
  const properties = new Map<string, string>();
  const customRead = readTexts(
    custom,
    budget,
    (element, attributes) => (element === 'custom:property' ? (attributes['name'] ?? null) : null),
    properties,
  );
  if (!customRead.ok) return customRead;
  return success({
    title: said.get('dc:title') ?? '',
    creator: said.get('dc:creator') ?? '',
    lastModifiedBy: said.get('cp:lastModifiedBy') ?? '',
    modified: said.get('dcterms:modified') ?? '',
    custom: properties,
  });
}

/** The text inside each element that `nameOf` gives a name, by that name. */
function readTexts(
  part: NamedPart,
  budget: XmlBudget,
  nameOf: (element: string, attributes: Readonly<Record<string, string>>) => string | null,
  into: Map<string, string>,
): Result<void, WordFailure> {
  if (part === null) return success(undefined);
  let name: string | null = null;
  let texts: string[] = [];
  return readXml(
    part.bytes,
    part.name,
    {
      open: (element, attributes) => {
        const found = nameOf(element, attributes);
        if (found === null) return;
        name = found;
        texts = [];
      },
      close: () => {
        if (name !== null && texts.length > 0) into.set(name, texts.join(''));
        texts = [];
      },
      text: (text) => texts.push(text),
    },
    budget,
  );
}
