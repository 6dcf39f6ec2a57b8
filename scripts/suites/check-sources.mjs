/**
 * Types and lint of every source, each room as its own tsconfig has it. Prints what is wrong; the exit code is 1 then.
 *
 * The rules that ask for types ask the checker that has just checked them: on their own, compiler and linter would each
 * find out the types of the same files, and the compiler those of a room once more for each room that imports it.
 * Components are linted without types here, for no checker knows them both; `npm run lint` does that.
 */
import { ESLint } from 'eslint';
import { relative } from 'node:path';
import ts from 'typescript';
import typescript from 'typescript-eslint';
import { inProject, projectFolder } from '../set-up/project.mjs';

/** Each after those that it imports. What is wrong with types in renderer/ svelte-check says, which knows the components. */
const rooms = ['shared', 'main/domain', 'main', 'renderer', 'tests'];

/** By path: a file is parsed once, for all rooms parse alike (tsconfig.base.json). */
const parsed = new Map();
const checked = new Set();
const wrong = [];

for (const room of rooms) {
  const program = programOf(room);
  const own = program.getRootFileNames().filter((path) => !checked.has(path));
  for (const path of own) checked.add(path);
  if (room !== 'renderer') wrong.push(typeErrors(program, own));
  wrong.push(
    await lint(own, [
      { languageOptions: { parserOptions: { programs: [program], projectService: false } } },
      // What is read for components is not what the program holds.
      { files: ['**/*.svelte.ts'], languageOptions: { parser: typescript.parser } },
    ]),
  );
}
wrong.push(
  await lint(
    ['.'],
    [{ ...typescript.configs.disableTypeChecked, files: ['**/*.svelte'] }],
    [...checked].map((path) => relative(projectFolder, path)),
  ),
);

const complaints = wrong.filter((text) => text !== '');
if (complaints.length > 0) console.log(complaints.join('\n'));
process.exitCode = complaints.length === 0 ? 0 : 1;

function programOf(room) {
  const { fileNames, options, errors } = ts.getParsedCommandLineOfConfigFile(
    inProject(...room.split('/'), 'tsconfig.json'),
    {},
    { ...ts.sys, onUnRecoverableConfigFileDiagnostic: (error) => wrong.push(written([error])) },
  );
  if (errors.length > 0) wrong.push(written(errors));
  const host = ts.createCompilerHost(options);
  const parse = host.getSourceFile.bind(host);
  host.getSourceFile = (path, ...how) => {
    if (!parsed.has(path)) parsed.set(path, parse(path, ...how));
    return parsed.get(path);
  };
  return ts.createProgram({ rootNames: fileNames, options, host });
}

/** As `tsc` finds them; what a room imports was checked as its own room has it. */
function typeErrors(program, own) {
  const files = own.map((path) => program.getSourceFile(path));
  return written([
    ...program.getConfigFileParsingDiagnostics(),
    ...program.getOptionsDiagnostics(),
    ...program.getGlobalDiagnostics(),
    ...files.flatMap((file) => [
      ...program.getSyntacticDiagnostics(file),
      ...program.getSemanticDiagnostics(file),
    ]),
  ]);
}

function written(diagnostics) {
  return ts.formatDiagnostics(diagnostics, {
    getCanonicalFileName: (path) => path,
    getCurrentDirectory: () => projectFolder,
    getNewLine: () => '\n',
  });
}

async function lint(paths, overrideConfig, ignorePatterns = []) {
  const linter = new ESLint({ cwd: projectFolder, overrideConfig, ignorePatterns });
  const results = await linter.lintFiles(paths);
  return (await linter.loadFormatter('stylish')).format(
    results.filter(({ messages }) => messages.length > 0),
  );
}
