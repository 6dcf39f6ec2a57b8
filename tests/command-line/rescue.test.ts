import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { libraryWith, report, reopened, valueOf } from '../data/sample-content.ts';
import { temporaryFolder } from '../data/temporary-folder.ts';
import { runSengen } from '../support/run-sengen.ts';

test('doctor takes what can be read out of a damaged file, overwrites nothing and leaves the file alone', async () => {
  const folder = temporaryFolder();
  const [file, out] = [join(folder, '報告.sengen'), join(folder, '取り出し.sengen')];
  const content = report();
  libraryWith(file, content);
  const bytes = readFileSync(file);
  bytes.fill(0, 0, 4096);
  writeFileSync(file, bytes);

  const rescued = await runSengen('doctor', file, '--rescue', out, '--json');
  expect(rescued).toMatchObject({ code: 0 });
  expect(JSON.parse(rescued.stdout)).toMatchObject({ file: out, original: file, backup: null });
  expect(rescued.stderr).toContain('失われた内容は見つかりませんでした。');
  expect(existsSync(join(folder, '取り出し.txt'))).toBe(true);
  const library = reopened(out);
  expect(valueOf(library.reports.read(content.id)).report).toEqual(content);
  library.close();
  expect(readFileSync(file)).toEqual(bytes);

  const taken = readFileSync(out);
  const again = await runSengen('doctor', file, '--rescue', out);
  expect(again.code).not.toBe(0);
  expect(again.stderr).toContain('上書きしていません');
  expect(readFileSync(out)).toEqual(taken);
});
