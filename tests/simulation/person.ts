import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { editsBetween } from '../../main/domain/edits-between.ts';
import { newIdentifier } from '../../main/application/new-identifier.ts';
import type { StoredConflict } from '../../main/data/hand-ins/hand-in-store.ts';
import { openLibrary } from '../../main/data/opening/open-library.ts';
import type { Initiative, Report } from '../../shared/model/report.ts';
import { must } from '../support/must.ts';
import { openTestApplication, type TestApplication } from '../support/open-test-application.ts';

/** What stands in a library of one report. */
export interface Held {
  readonly report: Report;
  readonly conflicts: readonly StoredConflict[];
}

/** Somebody with a PC: a library of his own, and the program, which he starts for each thing that he does. */
export class Person {
  readonly library: string;
  /** How far his clock is off, in ms. */
  readonly #clockOff: number;

  constructor(folder: string, name: string, clockOff = 0) {
    this.library = join(folder, name);
    this.#clockOff = clockOff;
  }

  get hasBegun(): boolean {
    return existsSync(this.library);
  }

  /** Starts the program, does something, and shuts it. */
  async at<T>(does: (program: TestApplication) => Promise<T>): Promise<T> {
    const program = openTestApplication(
      dirname(this.library),
      this.library.slice(dirname(this.library).length + 1),
      undefined,
      undefined,
      undefined,
      { now: () => new Date(Date.UTC(2026, 4, 1) + this.#clockOff) },
    );
    try {
      return await does(program);
    } finally {
      await program.close();
    }
  }

  /** Reads the file by itself, past the program's requests. */
  holds(report: string): Held {
    const library = must(openLibrary(this.library, () => new Date()));
    try {
      return {
        report: must(library.reports.read(report)).report,
        conflicts: library.handIns.open(report),
      };
    } finally {
      library.close();
    }
  }

  /** Types something: whatever leads from the rows as they are to what `change` makes of them, in one step. */
  async types(
    report: string,
    change: (rows: readonly Initiative[]) => readonly Initiative[],
  ): Promise<void> {
    await this.at(async (program) => {
      const before = must(await program.call('reports.read', { report })).report;
      const edits = editsBetween(before, { ...before, initiatives: change(before.initiatives) });
      if (edits.length === 0) return;
      must(await program.call('reports.edit', { report, step: { id: newIdentifier(), edits } }));
    });
  }
}
