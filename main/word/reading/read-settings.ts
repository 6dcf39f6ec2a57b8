import { success, type Result } from '../../../shared/result.ts';
import { isOn } from './on-off.ts';
import type { NamedPart } from './read-comments.ts';
import { readXml } from './read-xml.ts';
import type { WordFailure } from './word-failure.ts';
import type { XmlBudget } from './xml-budget.ts';

/** What settings.xml says that matters: whether changes are tracked from now on. */
export function readSettings(
  part: NamedPart,
  budget: XmlBudget,
): Result<{ readonly tracksChanges: boolean }, WordFailure> {
  let tracksChanges = false;
  if (part === null) return success({ tracksChanges });
  const read = readXml(
    part.bytes,
    part.name,
    {
      open: (element, attributes) => {
        if (element === 'w:trackRevisions') tracksChanges = isOn(attributes['w:val']);
      },
      close: () => {},
      text: () => {},
    },
    budget,
  );
  return read.ok ? success({ tracksChanges }) : read;
}
