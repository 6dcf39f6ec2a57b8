import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { backupsToKeep, type BackupFacts } from '../../main/domain/backups-to-keep.ts';
import { howMany } from '../support/how-many.ts';

/** Seconds since 1970, as a backup's name tells them. */
function stampOf(seconds: number): string {
  const time = new Date(seconds * 1_000).toISOString();
  return time.replaceAll(/[-:]/gu, '').replace('T', '-').slice(0, 15);
}

/** Years apart. */
function jumped(one: string, other: string): boolean {
  return Math.abs(Number(one.slice(0, 4)) - Number(other.slice(0, 4))) > 5;
}

/** A backup a minute, an hour or whatever after the one before, by a clock that may jump ten years either way. */
const history = fc
  .array(
    fc.record({
      later: fc.oneof(
        fc.integer({ min: 1, max: 3_600 }),
        fc.integer({ min: 3_600, max: 3_000_000 }),
        fc.constantFrom(-315_360_000, 315_360_000),
      ),
      more: fc.integer({ min: 0, max: 9 }),
      isSame: fc.boolean(),
      isSigned: fc.integer({ min: 0, max: 30 }).map((each) => each === 0),
    }),
    { minLength: 1, maxLength: 150 },
  )
  .map((made) => {
    let at = Date.UTC(2026, 3, 1) / 1_000;
    let steps = 0;
    return made.map(({ later, more, isSame, isSigned }, index): BackupFacts => {
      at += later;
      steps += isSame ? 0 : more;
      const stamp = stampOf(at);
      const reason = isSigned ? 'sign-off' : 'work';
      return { number: index + 1, stamp, reason, reports: 1, rows: 10, steps, root: `s${steps}` };
    });
  });

describe('which backups are kept', () => {
  test('the latest twenty states, everything that was signed, and no more than the spans hold', () => {
    fc.assert(
      fc.property(history, (backups) => {
        const kept = backupsToKeep(backups);
        const states = new Set(backups.toReversed().map(({ root }) => root));
        const latest = [...states].slice(0, 20);
        for (const root of latest) {
          const newest = backups.findLast((each) => each.root === root);
          expect(kept.has(newest!.number)).toBe(true);
        }
        for (const { number, reason } of backups)
          if (reason === 'sign-off') expect(kept.has(number)).toBe(true);
        const signed = backups.filter(({ reason }) => reason === 'sign-off').length;
        // Of each span its newest and its fullest at most, and a jump of the clock parts one of each kind.
        const jumps = backups.filter(
          ({ stamp }, at) => at > 0 && jumped(backups[at - 1]!.stamp, stamp),
        ).length;
        expect(kept.size).toBeLessThanOrEqual(20 + 2 * (24 + 30 + 12 + 24) + 8 * jumps + signed + 1);
      }),
    );
  });

  test('one after the other, thinning each time, keeps what thinning at the end keeps of the latest', () => {
    fc.assert(
      fc.property(history, (backups) => {
        let shelf: BackupFacts[] = [];
        for (const backup of backups) {
          const grown = [...shelf, backup];
          const kept = backupsToKeep(grown);
          shelf = grown.filter(({ number }) => kept.has(number));
          // The one that was just made is never the one that goes.
          expect(shelf.at(-1)).toBe(backup);
          const most = Math.max(...grown.map(({ steps }) => steps));
          expect(shelf.some(({ steps }) => steps === most)).toBe(true);
        }
      }),
      { numRuns: 40 },
    );
  });

  test('a clock that jumps takes nothing: the last state of each hour stays, whatever the hour is called', () => {
    const lengths = fc.array(fc.integer({ min: 1, max: 6 }), { minLength: 1, maxLength: 20 });
    // Three jumps and twenty hours are fewer than the hours that are kept.
    const jumps = fc.array(
      fc.record({
        hour: fc.integer({ min: 0, max: 19 }),
        by: fc.oneof(
          fc.constantFrom(-87_600, 87_600, -1, 1, -24),
          fc.integer({ min: -87_600, max: 87_600 }),
        ),
      }),
      { maxLength: 3 },
    );
    fc.assert(
      fc.property(lengths, jumps, (hours, moved) => {
        let clock = Date.UTC(2026, 3, 1, 8) / 3_600_000;
        const hoursOnTheClock: { clock: number; last: number }[] = [];
        let shelf: BackupFacts[] = [];
        let number = 0;
        for (const [hour, count] of hours.entries()) {
          for (const { hour: then, by } of moved) if (then === hour) clock += by;
          for (let minute = 0; minute < count; minute += 1) {
            number += 1;
            const stamp = stampOf((clock * 60 + minute) * 60);
            const facts = { number, stamp, reason: 'work', reports: 1, rows: 1, steps: number } as const;
            const grown: BackupFacts[] = [...shelf, { ...facts, root: `s${number}` }];
            const kept = backupsToKeep(grown);
            shelf = grown.filter((each) => kept.has(each.number));
          }
          hoursOnTheClock.push({ clock, last: number });
          clock += 1;
        }
        const kept = new Set(shelf.map((each) => each.number));
        // An hour that the clock goes back to at once is the same one to it.
        const lasts = hoursOnTheClock.filter((each, at) => hoursOnTheClock[at + 1]?.clock !== each.clock);
        expect(lasts.filter(({ last }) => !kept.has(last))).toEqual([]);
      }),
      { numRuns: howMany({ usual: 100, long: 2_000 }) },
    );
  });

  test('a library that was emptied or rolled back pushes out nothing that it was', () => {
    const good: BackupFacts = {
      number: 1,
      stamp: '20260401-090000',
      reason: 'close',
      reports: 3,
      rows: 45,
      steps: 800,
      root: 'good',
    };
    // Every minute a new state, for a day, of a library that has next to nothing.
    const poor = Array.from({ length: 900 }, (_, at): BackupFacts => {
      const time = `${String(Math.floor(at / 60) + 9).padStart(2, '0')}${String(at % 60).padStart(2, '0')}01`;
      return {
        number: at + 2,
        stamp: `20260401-${time}`,
        reason: 'work',
        reports: 1,
        rows: 1,
        steps: at,
        root: `poor${at}`,
      };
    });
    let shelf = [good];
    for (const backup of poor.slice(0, 500)) {
      const kept = backupsToKeep([...shelf, backup]);
      shelf = [...shelf, backup].filter(({ number }) => kept.has(number));
    }
    expect(shelf).toContain(good);
    expect(shelf.length).toBeLessThan(60);
  });

  test('equal states count once: going back and forth between two leaves all others', () => {
    const backups = Array.from({ length: 100 }, (_, at): BackupFacts => ({
      number: at + 1,
      stamp: '20260401-090000',
      reason: 'work',
      reports: 1,
      rows: 1,
      steps: 5,
      root: at < 15 ? `s${at}` : at % 2 === 0 ? 'one' : 'other',
    }));
    const kept = backupsToKeep(backups);
    expect(backups.filter(({ number }) => kept.has(number)).map(({ root }) => root)).toEqual([
      ...Array.from({ length: 15 }, (_, at) => `s${at}`),
      'one',
      'other',
    ]);
  });
});
