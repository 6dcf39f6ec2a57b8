/** `npm run sample`: writes the Word files of the sample report, without any window, and says where. */
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { inProject } from './set-up/project.mjs';

const sengen = (...args) =>
  execFileSync(process.execPath, [inProject('out', 'main', 'sengen.js'), ...args], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
  });

const target = inProject('out', 'sample');
mkdirSync(target, { recursive: true });
const folder = mkdtempSync(join(tmpdir(), 'sengen-sample-'));
try {
  const library = join(folder, 'sample.sengen');
  const sample = inProject('resources', 'sample', 'report.json');
  const head = ['--municipality', '見本', '--department', '見本', '--post', '見本', '--name', '見本'];
  sengen('new', library, ...head, '--fiscal-year', '2024');
  const { report } = JSON.parse(sengen('import', library, sample, '--json'));
  for (const [form, name] of [
    ['declaration', '目標宣言.docx'],
    ['report', '達成状況報告.docx'],
  ]) {
    const path = join(target, name);
    sengen('export', library, path, '--report', report, '--form', form);
    console.log(`見本の Word ファイルを書き出しました: ${relative(process.cwd(), path)}`);
  }
} catch (error) {
  process.stderr.write(error.stderr ?? `${error.stack}\n`);
  process.exitCode = error.status ?? 1;
} finally {
  rmSync(folder, { recursive: true, force: true });
}
