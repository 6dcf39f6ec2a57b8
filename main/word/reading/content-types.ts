import { success, type Result } from '../../../shared/result.ts';
import { readXml } from './read-xml.ts';
import type { WordFailure } from './word-failure.ts';
import type { XmlBudget } from './xml-budget.ts';

export const contentTypesPart = '[Content_Types].xml';

/** What each part says that it is (ECMA-376 part 2, 6.2.3). */
export interface ContentTypes {
  of(part: string): string;
  readonly all: readonly string[];
}

export function readContentTypes(bytes: Uint8Array, budget: XmlBudget): Result<ContentTypes, WordFailure> {
  const byName = new Map<string, string>();
  const byEnding = new Map<string, string>();
  const read = readXml(
    bytes,
    contentTypesPart,
    {
      open: (element, attributes) => {
        const type = (attributes['ContentType'] ?? '').toLowerCase();
        if (element === 'types:Override') {
          byName.set((attributes['PartName'] ?? '').replace(/^\//, '').toLowerCase(), type);
        } else if (element === 'types:Default') {
          byEnding.set((attributes['Extension'] ?? '').toLowerCase(), type);
        }
      },
      close: () => {},
      text: () => {},
    },
    budget,
  );
  if (!read.ok) return read;
  return success({
    of: (part) => {
      const name = part.toLowerCase();
      return byName.get(name) ?? byEnding.get(name.slice(name.lastIndexOf('.') + 1)) ?? '';
    },
    all: [...byName.values(), ...byEnding.values()],
  });
}
