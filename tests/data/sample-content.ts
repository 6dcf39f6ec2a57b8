import { createLibrary, openLibrary } from '../../main/data/opening/open-library.ts';
import type { LibraryFile } from '../../main/data/library-file.ts';
import type { Actor } from '../../main/data/reports/report-store.ts';
import { identifierFrom } from '../../shared/model/identifier.ts';
import type { Edit, Step } from '../../shared/model/edits.ts';
import type { Initiative, Outcome, Report, Target } from '../../shared/model/report.ts';
import type { Result } from '../../shared/result.ts';

/** Valid defaults for what the tests of the library store; the sentences belong to no real city. */

export const now = (): Date => new Date('2027-04-01T08:30:00+09:00');
export const actor: Actor = { author: '湊町 花子', at: new Date('2027-04-01T00:00:00Z') };

export function identifier(): string {
  return identifierFrom(crypto.getRandomValues(new Uint8Array(10)));
}

export function target(parts: Partial<Target> = {}): Target {
  return {
    id: identifier(),
    measure: '移動図書館の巡回地点を増やします',
    note: null,
    value: '年間 12か所',
    verdict: null,
    ...parts,
  };
}

export function outcome(parts: Partial<Outcome> = {}): Outcome {
  return {
    id: identifier(),
    statement: '巡回地点を14か所に増やしました。',
    asOf: '令和9年3月31日時点',
    figures: [
      { label: null, value: '14か所' },
      { label: '貸出冊数', value: '約8,200冊' },
    ],
    targets: [],
    ...parts,
  };
}

export function initiative(parts: Partial<Initiative> = {}): Initiative {
  return {
    id: identifier(),
    title: '読書の機会を広げる取組',
    section: '図書館課',
    pageBreakBefore: false,
    declarationPageBreakBefore: false,
    plan: ['移動図書館の巡回経路を見直します。', '学校と連携し、「朝の読書」を支えます。'],
    targets: [],
    results: ['巡回経路を見直し、駅前と港に停留所を置きました。'],
    direction: ['利用の少ない時間帯を調べ、巡回時刻を改めます。'],
    outcomes: [],
    ...parts,
  };
}

/** A row with two targets that one outcome speaks of. */
export function fullInitiative(parts: Partial<Initiative> = {}): Initiative {
  const targets = [target(), target({ note: '夜間を含む', value: null, verdict: 'partly-achieved' })];
  return initiative({ targets, outcomes: [outcome({ targets: targets.map(({ id }) => id) })], ...parts });
}

export function report(parts: Partial<Report> = {}): Report {
  return {
    id: identifier(),
    municipality: '汐見市',
    department: '教育文化部',
    fiscalYear: 2026,
    yearLabel: '令和8年度',
    headPost: '教育文化部長',
    headName: '渚 𠮷郎',
    stage: null,
    initiatives: [fullInitiative(), initiative({ title: '文化財を守る取組', pageBreakBefore: true })],
    ...parts,
  };
}

export function step(...edits: Edit[]): Step {
  return { id: identifier(), edits };
}

export function valueOf<T>(result: Result<T, unknown>): T {
  if (!result.ok) throw new Error(`expected a value: ${JSON.stringify(result.failure)}`);
  return result.value;
}

export function newLibrary(path: string): LibraryFile {
  return valueOf(createLibrary(path, now));
}

export function reopened(path: string): LibraryFile {
  return valueOf(openLibrary(path, now));
}

/** A closed library file with one report. */
export function libraryWith(path: string, content: Report): void {
  const library = newLibrary(path);
  valueOf(library.reports.create(content, actor));
  library.close();
}
