import type { FieldLock } from '../editing/field-lock.ts';

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
  /** Of what it writes in; absent where it writes nothing (see changing.ts). */
  readonly lock?: FieldLock;
}

/** The commands of whatever is on show. Screens add theirs while they stand. */
export class Commands {
  readonly #lists = new Set<readonly Command[]>();
  /** The same, last first, with their keys taken apart: looked through at every key press. */
  #keyed: readonly KeyedCommand[] = [];

  /** Returns the way to take them away. Those added last win over others with the same keys or id. */
  add(list: readonly Command[]): () => void {
    this.#lists.add(list);
    this.#takeKeysApart();
    return () => {
      this.#lists.delete(list);
      this.#takeKeysApart();
    };
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
    const press = pressOf(event);
    const found = this.#keyed.find(
      ({ command, chords }) =>
        chords.some((chord) => isPress(chord, press, event.code)) && isAvailable(command),
    );
    return found?.command ?? null;
  }

  #takeKeysApart(): void {
    this.#keyed = [...this.#lists]
      .flat()
      .map((command) => ({ command, chords: command.keys.map(chordOf) }))
      .toReversed();
  }
}

interface KeyedCommand {
  readonly command: Command;
  readonly chords: readonly Chord[];
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

/** One key with those that are held down beside it. */
interface Chord {
  readonly key: string;
  /** Ctrl, and ⌘ where there is one. */
  readonly ctrl: boolean;
  readonly alt: boolean;
  readonly shift: boolean;
}

/** Whether a key press is the chord. Ctrl is ⌘ too, where there is one. */
export function matches(chord: string, event: KeyboardEvent): boolean {
  return isPress(chordOf(chord), pressOf(event), event.code);
}

function chordOf(chord: string): Chord {
  const parts = chord.toLowerCase().split('+');
  const last = parts.at(-1) ?? '';
  return {
    key: keyNames[last] ?? last,
    ctrl: parts.includes('ctrl'),
    alt: parts.includes('alt'),
    shift: parts.includes('shift'),
  };
}

function pressOf(event: KeyboardEvent): Chord {
  const { altKey: alt, shiftKey: shift } = event;
  return { key: event.key.toLowerCase(), ctrl: event.ctrlKey || event.metaKey, alt, shift };
}

/** A letter that Alt or a keyboard layout turned into another is still known by its place, `code`. */
function isPress(chord: Chord, press: Chord, code: string): boolean {
  return (
    chord.ctrl === press.ctrl &&
    chord.alt === press.alt &&
    chord.shift === press.shift &&
    (chord.key === press.key || (isLetter(chord.key) && code === `Key${chord.key.toUpperCase()}`))
  );
}

function isLetter(key: string): boolean {
  return /^[a-z]$/.test(key);
}
