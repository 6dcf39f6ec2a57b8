/**
 * Which room may import which: docs/architecture.md as data.
 *
 * `rooms` are folders of this project, `packages` names from npm or `node:` (a name may end in `*`).
 * The longest folder that holds a file is its room.
 */
export interface Room {
  readonly rooms: readonly string[];
  /** Rooms of which only types may be imported. */
  readonly types?: readonly string[];
  readonly packages: readonly string[];
}

const application = ['main/application', 'main/files', 'main/foreign-files', 'shared'];
const page = ['svelte', 'svelte/*', 'valibot'];

export const rooms: Readonly<Record<string, Room>> = {
  // The official form is a part of every bundle.
  shared: { rooms: ['resources/forms'], packages: ['valibot'] },
  'resources/forms': { rooms: [], packages: [] },
  'main/domain': { rooms: ['shared'], packages: [] },
  'main/data': {
    rooms: ['shared', 'main/domain', 'main/salvage'],
    packages: ['better-sqlite3', 'node:fs', 'node:os', 'node:path', 'node:crypto', 'valibot'],
  },
  // What can be read of a damaged library, and put together again: pure over bytes and records.
  'main/salvage': { rooms: ['shared'], packages: ['valibot'] },
  // Backups on their shelf: copies that were read through and compared.
  'main/backup': {
    rooms: ['shared', 'main/domain', 'main/data', 'main/files'],
    packages: ['node:*'],
  },
  'main/word': {
    rooms: ['shared', 'main/domain', 'main/word/reading'],
    packages: ['docx', 'yauzl', 'saxes', 'node:zlib', 'node:timers/promises'],
  },
  // Reading a file of others is done in a process of its own: no room but that may do it.
  'main/word/reading': {
    rooms: ['shared', 'main/domain', 'main/word'],
    packages: ['yauzl', 'saxes', 'node:zlib'],
  },
  'main/exchange': { rooms: ['shared', 'main/domain'], packages: ['valibot'] },
  'main/files': { rooms: ['shared', 'main/domain'], packages: ['node:*'] },
  'main/foreign-files': {
    rooms: ['shared', 'main/domain', 'main/word', 'main/word/reading', 'main/exchange', 'main/files'],
    packages: ['node:*'],
  },
  'main/application': {
    rooms: [
      'shared',
      'main/domain',
      'main/data',
      'main/backup',
      'main/word',
      'main/exchange',
      'main/files',
      'main/foreign-files',
    ],
    types: ['main/word/reading'],
    packages: ['valibot', 'node:path', 'node:crypto'],
  },
  'main/desktop': { rooms: application, packages: ['electron', 'node:*', 'valibot'] },
  'main/browser': { rooms: application, packages: ['node:*'] },
  'main/command-line': { rooms: [...application, 'main/browser'], packages: ['node:*'] },
  // The page, from its start down to what knows nothing of it.
  renderer: {
    rooms: [
      'shared',
      'renderer/bridge',
      'renderer/screens',
      'renderer/components',
      'renderer/state',
      'renderer/styles',
    ],
    packages: page,
  },
  'renderer/gallery': {
    rooms: ['shared', 'renderer/components', 'renderer/state', 'renderer/styles', 'renderer/words'],
    packages: page,
  },
  'renderer/screens': {
    rooms: ['shared', 'renderer/components', 'renderer/state', 'renderer/words', 'renderer/writing'],
    packages: page,
  },
  'renderer/components': {
    rooms: ['shared', 'renderer/state', 'renderer/words', 'renderer/writing'],
    packages: page,
  },
  'renderer/state': {
    rooms: ['shared', 'renderer/words', 'renderer/writing'],
    packages: page,
  },
  // What is said in words (the states of a row, the themes) is named where it lives.
  'renderer/words': { rooms: ['shared'], types: ['renderer/state'], packages: [] },
  'renderer/writing': { rooms: ['shared'], packages: page },
  'renderer/bridge': { rooms: ['shared'], packages: page },
  'renderer/styles': {
    rooms: ['renderer/words'],
    packages: ['@fontsource/*', '@digital-go-jp/*'],
  },
};

/** Built-in names that a room without Node or a page must not touch. */
export const forbiddenGlobals: readonly {
  readonly room: string;
  readonly names: RegExp;
  readonly why: string;
}[] = [
  {
    room: 'shared',
    names: /\b(?:process|Buffer|window|document|localStorage)\s*[.[(]/,
    why: 'shared knows no platform',
  },
  {
    room: 'main/domain',
    names: /\b(?:process|Buffer|window|Date\.now|Math\.random)\s*[.[(]/,
    why: 'rules are pure',
  },
  { room: 'renderer', names: /\b(?:process|Buffer|require)\s*[.[(]/, why: 'the page has no Node' },
];
