import type { PackageParts } from './read-package.ts';
import { readXml } from './read-xml.ts';
import type { XmlBudget } from './xml-budget.ts';

/**
 * The report that the program put into its own file beside the table: `sengen-report/1` as the text of a
 * custom XML part. Null where there is none.
 *
 * Found by its root element, because Word and LibreOffice give such parts names of their own. A part of
 * this kind that can't be read counts as none: the table itself is what the file says.
 */
export function readCarriedReport(parts: PackageParts, budget: XmlBudget): string | null {
  for (const [name, bytes] of parts) {
    if (!isCustomPart(name)) continue;
    const found = reportIn(bytes, name, budget);
    if (found !== null) return found;
  }
  return null;
}

export function isCustomPart(name: string): boolean {
  return /^customXml\/[^/]+\.xml$/i.test(name) && !/\/itemProps\d*\.xml$/i.test(name);
}

function reportIn(bytes: Uint8Array, name: string, budget: XmlBudget): string | null {
  const texts: string[] = [];
  let depth = 0;
  let ours = false;
  const read = readXml(
    bytes,
    name,
    {
      open: (element) => {
        if (depth === 0) ours = element === 'sengen:sengen';
        depth += 1;
      },
      close: () => (depth -= 1),
      text: (text) => {
        if (ours) texts.push(text);
      },
    },
    budget,
  );
  return read.ok && ours ? texts.join('') : null;
}
