import { success, type Result } from '../../../shared/result.ts';
import { isOn } from './on-off.ts';
import type { NamedPart } from './read-comments.ts';
import { readXml } from './read-xml.ts';
import type { WordFailure } from './word-failure.ts';
import type { XmlBudget } from './xml-budget.ts';

/** What settings.xml says that matters. */
export interface Settings {
  /** Changes are tracked from now on. */
  readonly tracksChanges: boolean;
  /** Which colours of the theme the document means by `t1`, `bg1` … (w:clrSchemeMapping). */
  readonly colours: ReadonlyMap<string, string>;
}

export function readSettings(part: NamedPart, budget: XmlBudget): Result<Settings, WordFailure> {
  let tracksChanges = false;
  const colours = new Map<string, string>();
  if (part === null) return success({ tracksChanges, colours });
  const read = readXml(
    part.bytes,
    part.name,
    {
      open: (element, attributes) => {
        if (element === 'w:trackRevisions') tracksChanges = isOn(attributes['w:val']);
        if (element !== 'w:clrSchemeMapping') return;
        for (const [name, slot] of Object.entries(attributes)) colours.set(name.slice('w:'.length), slot);
      },
      close: () => {},
      text: () => {},
    },
    budget,
  );
  return read.ok ? success({ tracksChanges, colours }) : read;
}
