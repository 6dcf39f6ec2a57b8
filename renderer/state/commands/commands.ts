/** Where a command stands in the key list and the palette. */
export const commandGroups = ['general', 'report', 'row', 'view', 'writing'] as const;
export type CommandGroup = (typeof commandGroups)[number];

/**
 * One thing that a person can have done, as data: the palette, the key list, menus and the key
 * handler read the same list.
 */
export interface Command {
  readonly id: string;
  readonly group: CommandGroup;
  /** As it stands in a menu: 「取組を追加」. */
  readonly name: string;
  /** Each as Word's help writes it: `Ctrl+Shift+F`, `Alt+↑`. The first is shown. */
  readonly keys: readonly string[];
  /** Other words that people look for it by, readings among them. */
  readonly words?: readonly string[];
  run(): void;
  /** Runs again and again while its keys are held down. */
  readonly repeats?: boolean;
  /** Absent: always. */
  available?(): boolean;
}

/** The commands of whatever is on show. Screens add theirs while they stand. */
export class Commands {
  readonly #lists = new Set<readonly Command[]>();

  /** Returns the way to take them away. Those added last win over others with the same keys or id. */
  add(list: readonly Command[]): () => void {
    this.#lists.add(list);
    return () => this.#lists.delete(list);
  }

  /** All, each id once, in the order of groups. */
  all(): Command[] {
    const byId = new Map([...this.#lists].flat().map((command) => [command.id, command]));
    return commandGroups.flatMap((group) => [...byId.values()].filter((each) => each.group === group));
  }

  available(): Command[] {
    return this.all().filter(isAvailable);
  }

  /** The command of a key press; null when none of those available has it. */
  of(event: KeyboardEvent): Command | null {
    const has = ({ keys }: Command): boolean => keys.some((chord) => matches(chord, event));
    return [...this.#lists].flat().findLast((command) => has(command) && isAvailable(command)) ?? null;
  }
}

function isAvailable(command: Command): boolean {
  return command.available?.() ?? true;
}

const keyNames: Readonly<Record<string, string>> = {
  '↑': 'arrowup',
  '↓': 'arrowdown',
  '←': 'arrowleft',
  '→': 'arrowright',
  esc: 'escape',
};

/** Whether a key press is the chord. Ctrl is ⌘ too, where there is one. */
export function matches(chord: string, event: KeyboardEvent): boolean {
  const parts = chord.toLowerCase().split('+');
  const last = parts.at(-1) ?? '';
  const key = keyNames[last] ?? last;
  const typed = event.key.toLowerCase();
  // A letter that Alt or a keyboard layout turned into another is still known by its place.
  const same = typed === key || (/^[a-z]$/.test(key) && event.code === `Key${key.toUpperCase()}`);
  return (
    same &&
    (event.ctrlKey || event.metaKey) === parts.includes('ctrl') &&
    event.altKey === parts.includes('alt') &&
    event.shiftKey === parts.includes('shift')
  );
}
