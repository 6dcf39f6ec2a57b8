import { success, type Result } from '../../../shared/result.ts';
import type { PackageParts } from './read-package.ts';
import { readXml } from './read-xml.ts';
import type { WordFailure } from './word-failure.ts';
import type { XmlBudget } from './xml-budget.ts';

/** One arrow from a part to another (ECMA-376 part 2, 6.5). Arrows out of the file are counted, never kept. */
export interface Relationship {
  readonly id: string;
  /** The last word of its type: `comments`, `styles`; strict and transitional types end alike. */
  readonly type: string;
  /** The part that it leads to, as it is named in the package. */
  readonly part: string;
}

export interface Relationships {
  readonly inside: readonly Relationship[];
  readonly external: number;
}

/** The relationships of `part` ('' for those of the package itself); none where the package names none. */
export function readRelationships(
  parts: PackageParts,
  part: string,
  budget: XmlBudget,
): Result<Relationships, WordFailure> {
  const folder = part.slice(0, part.lastIndexOf('/') + 1);
  const name = `${folder}_rels/${part.slice(folder.length)}.rels`;
  const bytes = parts.get(name);
  if (bytes === undefined) return success({ inside: [], external: 0 });
  const names = new Map([...parts.keys()].map((known) => [known.toLowerCase(), known]));
  const inside: Relationship[] = [];
  let external = 0;
  const read = readXml(
    bytes,
    name,
    {
      open: (element, attributes) => {
        if (element !== 'rels:Relationship') return;
        const target = attributes['Target'] ?? '';
        if (attributes['TargetMode'] === 'External' || leadsOut(target)) {
          external += 1;
          return;
        }
        const found = names.get(resolved(folder, target).toLowerCase());
        if (found === undefined) return;
        inside.push({ id: attributes['Id'] ?? '', type: lastWord(attributes['Type'] ?? ''), part: found });
      },
      close: () => {},
      text: () => {},
    },
    budget,
  );
  return read.ok ? success({ inside, external }) : read;
}

/** A scheme, a server or a Windows path, whatever the target mode says. */
function leadsOut(target: string): boolean {
  return /^[a-z][a-z0-9+.-]*:/i.test(target) || target.startsWith('//') || target.includes('\\');
}

/** The part's name that `target` means, seen from `folder`. */
function resolved(folder: string, target: string): string {
  const steps = target.startsWith('/') ? [] : folder.split('/').filter((step) => step !== '');
  for (const step of target.split('/')) {
    if (step === '..') steps.pop();
    else if (step !== '' && step !== '.') steps.push(step);
  }
  return steps.join('/');
}

function lastWord(type: string): string {
  return type.slice(type.lastIndexOf('/') + 1);
}
