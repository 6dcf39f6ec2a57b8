import js from '@eslint/js';
import { defineConfig, globalIgnores } from 'eslint/config';
import svelte from 'eslint-plugin-svelte';
import globals from 'globals';
import typescript from 'typescript-eslint';

/*
 * What the compiler can't see. A ban of our own names what to use instead.
 *
 * ESLint replaces a rule's list instead of joining it, so each room states its whole list: the
 * shared bans, less what the room is there to do.
 */

const bannedSyntax = {
  enum: {
    selector: 'TSEnumDeclaration',
    message: 'No enums: write a union of string literals, or an `as const` list and a type read off it.',
  },
  defaultExport: {
    selector: 'ExportDefaultDeclaration',
    message: 'No default exports: export by name, and name the file after it.',
  },
  unsafeMode: {
    selector: "CallExpression[callee.property.name='unsafeMode']",
    message: 'unsafeMode lets SQLite damage the library: find another way to do this inside a transaction.',
  },
  loadExtension: {
    selector: "CallExpression[callee.property.name='loadExtension']",
    message: 'SQLite extensions are foreign code: write a function with database.function() instead.',
  },
  browserWindow: {
    selector: "NewExpression[callee.name='BrowserWindow']",
    message: 'Windows are made in one place: createWindow in main/desktop/create-window.ts.',
  },
  ipcMain: {
    selector: "MemberExpression[object.name='ipcMain']",
    message: 'The page has one channel: add a request to shared/contract/requests.ts instead.',
  },
  intlAtTheStart: {
    selector:
      "Program > VariableDeclaration > VariableDeclarator > NewExpression[callee.object.name='Intl']",
    message:
      'Intl reads its dictionaries while the program starts: make it when first wanted, by once() of shared/once.ts.',
  },
  openExternal: {
    selector: "MemberExpression[property.name='openExternal']",
    message: 'Nothing is opened outside: show a file of our own with shell.showItemInFolder.',
  },
};

const bannedImports = {
  electron: {
    name: 'electron',
    message: 'Only main/desktop knows Electron: lend the power as a port (main/application/ports.ts).',
  },
  sqlite: { name: 'node:sqlite', message: 'Use better-sqlite3 through main/data/opening/open-library.ts.' },
  ...Object.fromEntries(
    [
      ['writing', 'node:fs', ['writeFile', 'writeFileSync', 'createWriteStream', 'promises']],
      ['writingLater', 'node:fs/promises', ['writeFile']],
    ].map(([key, name, importNames]) => [
      key,
      {
        name,
        importNames,
        message:
          'A broken-off write leaves half a file: use writeFileAtomically from main/files/write-file-atomically.ts.',
      },
    ]),
  ),
};

const syntax = (...allowed) => ['error', ...without(bannedSyntax, allowed)];
const imports = (...allowed) => ['error', { paths: without(bannedImports, allowed) }];

function without(bans, allowed) {
  return Object.entries(bans)
    .filter(([name]) => !allowed.includes(name))
    .map(([, ban]) => ban);
}

export default defineConfig(
  globalIgnores(['out/', 'dist/', '.cache/', 'node_modules/']),
  js.configs.recommended,
  typescript.configs.strictTypeChecked,
  svelte.configs.recommended,
  {
    languageOptions: {
      parserOptions: {
        projectService: true,
        tsconfigRootDir: import.meta.dirname,
        extraFileExtensions: ['.svelte'],
      },
    },
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    rules: {
      // The compiler knows every name; ESLint does not know types.
      'no-undef': 'off',
      eqeqeq: 'error',
      'no-restricted-syntax': syntax(),
      'no-restricted-imports': imports(),
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      // An assertion may widen what the compiler would infer; that is seen by the compiler alone.
      '@typescript-eslint/no-unnecessary-type-assertion': 'off',
      // Ports and contexts are plain objects whose functions are handed on; they use no `this`.
      '@typescript-eslint/unbound-method': 'off',
      // Same async signature for every request, whether it has to wait or not.
      '@typescript-eslint/require-await': 'off',
      // A handler that only calls something is one line.
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      // Spread, a text is its characters (code points): no surrogate is parted from its other half.
      '@typescript-eslint/no-misused-spread': 'off',
      // Requests that answer nothing, jobs that ask nothing.
      '@typescript-eslint/no-generated-empty-object-type': 'off',
      // What a callback has changed meanwhile, and what Node's types promise on every system, looks unnecessary.
      '@typescript-eslint/no-unnecessary-condition': 'off',
      // Reading a rune by `void` is a deed: it is depended upon.
      '@typescript-eslint/no-meaningless-void-operator': 'off',
      // A process is handed on as what can be listened to.
      '@typescript-eslint/no-unsafe-class-instance-assignment': 'off',
      // A Result of nothing is a Result of void.
      '@typescript-eslint/no-invalid-void-type': 'off',
    },
  },
  {
    files: ['**/*.svelte', '**/*.svelte.ts'],
    languageOptions: { parserOptions: { parser: typescript.parser } },
    rules: {
      // ESLint does not see the types of components; svelte-check does.
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-call': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
      'svelte/no-at-html-tags': 'error',
      'svelte/no-inspect': 'error',
      // Reactive collections are chosen by hand where a rune needs them.
      'svelte/prefer-svelte-reactivity': 'off',
    },
  },
  { files: ['main/**/*.ts'], rules: { 'no-console': 'error' } },
  { files: ['main/files/**/*.ts'], rules: { 'no-restricted-imports': imports('writing', 'writingLater') } },
  { files: ['main/desktop/**/*.ts'], rules: { 'no-restricted-imports': imports('electron') } },
  { files: ['main/desktop/create-window.ts'], rules: { 'no-restricted-syntax': syntax('browserWindow') } },
  { files: ['main/desktop/channel.ts'], rules: { 'no-restricted-syntax': syntax('ipcMain') } },
  {
    files: ['tests/**/*.ts', 'scripts/**'],
    rules: {
      'no-restricted-imports': imports('electron', 'writing', 'writingLater', 'sqlite'),
      'no-restricted-syntax': syntax('unsafeMode', 'ipcMain', 'intlAtTheStart'),
      // What a test takes to be there and is not fails it, and says so.
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/restrict-plus-operands': 'off',
      '@typescript-eslint/no-unnecessary-type-parameters': 'off',
      '@typescript-eslint/no-confusing-void-expression': 'off',
    },
  },
  {
    // Run by tools, or before there are types.
    files: ['*.config.{js,ts}', 'scripts/**'],
    extends: [typescript.configs.disableTypeChecked],
    languageOptions: { globals: globals.node },
    rules: { 'no-undef': 'error' },
  },
  {
    files: ['*.config.{js,ts}'],
    rules: { 'no-restricted-syntax': syntax('defaultExport'), 'no-restricted-imports': imports('writing') },
  },
);
