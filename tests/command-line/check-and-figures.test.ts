import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readInterchange, reportFiles, sampleReport } from '../support/real-report.ts';
import { runSengenHere } from '../support/run-sengen.ts';
import { temporaryFolders } from '../support/temporary-folder.ts';

const newFolder = temporaryFolders();

interface Told {
  readonly row: number | null;
  readonly field: string;
  readonly rule: string;
  readonly family: string;
  readonly severity: string;
  readonly excerpt: string;
  readonly message: string;
  readonly fix: string | null;
}

interface Target {
  readonly row: number;
  readonly target: number;
  readonly value: string | null;
  readonly numbers: readonly {
    readonly number: number;
    readonly unit: string | null;
    readonly qualifier: string | null;
  }[];
  readonly actual: Target['numbers'];
  readonly rate: number | null;
  readonly suggested: string;
  readonly reason: string;
  readonly verdict: string | null;
}

/** A library with the reports of these files. */
async function libraryOf(...files: readonly string[]): Promise<string> {
  const library = join(newFolder(), '報告.sengen');
  const heading = ['--municipality', '星見市', '--department', '市民部', '--fiscal-year', '2001'];
  expect((await runSengenHere('new', library, ...heading, '--post', '部長', '--name', '山辺')).code).toBe(
    0,
  );
  for (const file of files) expect((await runSengenHere('import', library, file)).code).toBe(0);
  return library;
}

/** The sample with other words in its rows, as a file. */
function altered(year: number, change: (row: Record<string, unknown>, at: number) => void): string {
  const report = readInterchange(sampleReport) as { initiatives: Record<string, unknown>[] };
  report.initiatives.forEach(change);
  const path = join(newFolder(), `${year}.json`);
  writeFileSync(path, JSON.stringify({ ...report, fiscalYear: year, yearLabel: `令和${year - 2018}年度` }));
  return path;
}

describe.each(reportFiles())('$name', ({ path }) => {
  test('has its figures told: twenty targets, eight of them numbers, all as their authors judged', async () => {
    const library = await libraryOf(path);
    const { code, stdout } = await runSengenHere('figures', library, '--json');
    expect(code).toBe(0);
    const targets = JSON.parse(stdout) as Target[];
    expect(targets).toHaveLength(20);
    expect(targets.filter(({ suggested, verdict }) => suggested !== verdict)).toEqual([]);
    expect(targets.filter(({ reason }) => !/^[^\n]+。$/u.test(reason))).toEqual([]);
    const counted = targets.filter(({ numbers }) => numbers.length > 0);
    expect(counted).toHaveLength(8);
    expect(counted.every(({ actual, rate }) => actual.length > 0 && rate !== null && rate >= 1)).toBe(true);
    const lamps = counted.find(({ row }) => row === 10);
    expect(lamps?.numbers).toEqual([{ number: expect.any(Number) as number, unit: '基', qualifier: '約' }]);
    const lines = (await runSengenHere('figures', library)).stdout.trim().split('\n');
    expect(lines).toHaveLength(20);
    expect(lines[1]).toMatch(/^No\.2 達成目標 1 {2}.*達成率/u);
  });

  test('is checked: each finding names its row, field and rule, and says what is meant', async () => {
    const library = await libraryOf(path);
    const { code, stdout, stderr } = await runSengenHere('check', library, '--json');
    expect(code).toBe(1);
    expect(stderr).toContain('sengen doctor');
    const found = JSON.parse(stdout) as Told[];
    const fields = ['title', 'section', 'plan', 'targets', 'results', 'direction', 'outcomes'];
    for (const each of found) {
      expect(Object.keys(each).sort()).toEqual(
        ['row', 'field', 'rule', 'family', 'severity', 'excerpt', 'message', 'fix'].sort(),
      );
      expect(fields).toContain(each.field);
      expect(['error', 'warning', 'hint']).toContain(each.severity);
      expect(each.row).toBeGreaterThan(0);
      expect(each.excerpt).not.toBe('');
      expect(each.message).toMatch(/[。]$/u);
    }
    expect(found).toContainEqual(
      expect.objectContaining({ row: 8, field: 'outcomes', rule: 'shared-outcome', fix: null }),
    );
    const lines = (await runSengenHere('check', library)).stdout.trim().split('\n');
    expect(lines).toHaveLength(found.length);
  });
});

test('a report is held against those of the years before', async () => {
  const missed = (row: Record<string, unknown>, at: number): void => {
    if (at !== 6) return;
    const [outcome] = row['outcomes'] as { figures: unknown[]; statement: string }[];
    outcome!.figures = [{ label: '受付件数', value: '500件' }];
  };
  const library = await libraryOf(altered(2023, missed), altered(2024, missed), altered(2025, missed));
  const { code, stdout } = await runSengenHere('check', library, '--json');
  expect(code).toBe(1);
  const found = (JSON.parse(stdout) as Told[]).filter(({ row }) => row === 7);
  expect(found.map(({ rule }) => rule)).toEqual(
    expect.arrayContaining([
      'words-against-figures',
      'verdict-against-figures',
      'same-target-three-years',
      'same-direction-after-miss',
    ]),
  );
  const said = (await runSengenHere('check', library)).stdout;
  const [first = '', asked = ''] = said.split('議員から問われそうな点\n');
  expect(first).toContain('words-against-figures');
  expect(asked).toContain('目標の「620件」は3年続けて同じです。見直しは検討しましたか。');
  expect(asked).not.toContain('words-against-figures');
});

test('a report that is not there is told, and a report without a finding is a whole one', async () => {
  const library = await libraryOf();
  for (const command of ['check', 'figures']) {
    expect((await runSengenHere(command, library, '--report', 'nowhere')).code).toBe(2);
    expect((await runSengenHere(command, library)).code).toBe(0);
  }
  expect((await runSengenHere('check', library, '--json')).stdout.trim()).toBe('[]');
});

test('rules that are named win over those of the library', async () => {
  const report = altered(2030, (row, at) => {
    if (at === 0) row['plan'] = ['子供の取り組みを続けます。'];
  });
  const library = await libraryOf(report);
  const rules = join(newFolder(), '用語.csv');
  writeFileSync(rules, '使わない語,使う語\n子供,こども\n');
  const rulesTold = async (...more: readonly string[]): Promise<readonly string[]> => {
    const { stdout } = await runSengenHere('check', library, '--json', ...more);
    return (JSON.parse(stdout) as Told[]).filter(({ row }) => row === 1).map(({ rule }) => rule);
  };
  expect(await rulesTold()).not.toContain('house-word');
  expect(await rulesTold('--rules', rules)).toEqual(
    expect.arrayContaining(['house-word', 'okurigana-noun']),
  );
  const missing = await runSengenHere('check', library, '--rules', join(newFolder(), 'ない.json'));
  expect(missing.code).toBe(2);
});
