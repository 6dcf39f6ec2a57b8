import { createHash } from 'node:crypto';
import { join } from 'node:path';
import type { Report } from '../../shared/model/report.ts';
import { must } from '../support/must.ts';
import type { TestApplication } from '../support/open-test-application.ts';

/** What the program at work does. */
export type Work =
  'save' | 'undo' | 'redo' | 'create' | 'export' | 'import' | 'backup' | 'restore' | 'sign-off' | 'draft';

/** What it has told: that it has begun something, or what it was answered. */
export interface Mark {
  readonly begun?: Work;
  readonly done?: Work | 'open' | 'close';
  /** All reports as they are stored then. */
  readonly state?: string;
  /** SHA-256 of the exported file. */
  readonly file?: string;
  /** Name of the backup. */
  readonly backup?: string;
  readonly draft?: { readonly page: string; readonly turn: number };
}

/** Where everything stands in the folder of the program at work. */
export function places(folder: string) {
  return {
    library: '報告.sengen',
    shelf: join(folder, '控え'),
    exported: join(folder, '報告書.docx'),
    drafts: join(folder, 'drafts'),
  };
}

/** A state of a library in a few characters: every report, how far its log is, and what it says. */
export function stateOf(
  reports: readonly { readonly report: Report; readonly sequence: number }[],
): string {
  const hash = createHash('sha256');
  for (const { report, sequence } of reports) hash.update(JSON.stringify([sequence, report]));
  return `${reports.length} ${reports.map(({ sequence }) => sequence).join(' ')} ${hash.digest('hex').slice(0, 16)}`;
}

export async function stateIn({ call }: Pick<TestApplication, 'call'>): Promise<string> {
  const list = must(await call('reports.list', {}));
  const ids = list.map(({ id }) => id).toSorted();
  const reads = await Promise.all(ids.map(async (report) => must(await call('reports.read', { report }))));
  return stateOf(reads);
}

/** Marks from their lines; one that was cut off in the middle is none. */
export function marksFrom(lines: string): Mark[] {
  const whole = lines.slice(0, lines.lastIndexOf('\n') + 1);
  return whole
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Mark);
}
