import '../support/random-runs.ts';
import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { logWords } from '../../main/domain/log-words.ts';
import { flippedBit, provenRecord } from '../../main/domain/proven-record.ts';
import { applyEdits } from '../../shared/model/apply-edit.ts';
import type { Edit } from '../../shared/model/edits.ts';
import type { Initiative, Report } from '../../shared/model/report.ts';
import { randomEdit } from '../data/random-edit.ts';
import { report } from '../data/sample-content.ts';
import { howMany } from '../support/how-many.ts';

const runs = howMany({ usual: 60, long: 2_000 });

const hashOf = (values: readonly string[]): string =>
  createHash('sha256').update(JSON.stringify(values)).digest('hex');

test('the record that fits is found among what may have stood there, and nothing else is answered', () => {
  const texts = fc.array(fc.string({ unit: 'grapheme', maxLength: 12 }), { minLength: 1, maxLength: 6 });
  fc.assert(
    fc.property(texts, fc.array(fc.nat(), { maxLength: 3 }), (stored, damaged) => {
      const standing = [...stored];
      for (const at of damaged) standing[at % stored.length] = `${standing[at % stored.length]}傷`;
      const alternatives = stored.map((text) => ['別の文', text]);
      const hash = hashOf(stored);
      const fits = (values: readonly string[]): boolean => hashOf(values) === hash;
      expect(provenRecord(standing, alternatives, fits)).toEqual(stored);
      const isSound = hashOf(standing) === hash;
      expect(provenRecord(standing, [], fits)).toEqual(isSound ? stored : null);
    }),
    { numRuns: runs },
  );
});

test('too many combinations are given up', () => {
  let tries = 0;
  const standing = Array.from({ length: 20 }, () => 'a');
  const found = provenRecord(
    standing,
    standing.map(() => ['b', 'c', 'd']),
    () => {
      tries += 1;
      return false;
    },
  );
  expect(found).toBeNull();
  expect(tries).toBeLessThan(5_000);
});

test('one flipped bit is found in the bytes alone; two are not, and leave the bytes as they were', () => {
  const text = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 40 });
  fc.assert(
    fc.property(text, fc.nat(), fc.integer({ min: 0, max: 7 }), (stored, at, bit) => {
      const right = Buffer.from(stored);
      const bytes = Buffer.from(right);
      const place = at % bytes.length;
      bytes[place] = (bytes[place] ?? 0) ^ (1 << bit);
      expect(search(bytes, right)).toBe(true);
      expect(bytes.equals(right)).toBe(true);
      bytes[place] = (bytes[place] ?? 0) ^ (1 << bit) ^ (1 << ((bit + 1) % 8));
      const damaged = Buffer.from(bytes);
      expect(search(bytes, right)).toBe(false);
      expect(bytes.equals(damaged)).toBe(true);
    }),
    { numRuns: runs },
  );
});

test('the log says of every field that it ever touched what stands there', () => {
  const walk = fc.array(fc.array(fc.nat(10_000), { minLength: 4, maxLength: 4 }), { maxLength: 40 });
  fc.assert(
    fc.property(walk, (choices) => {
      const { now, edits } = walked(report(), choices);
      const words = logWords(edits);
      expect({ own: undefined, form: undefined, ...now }).toMatchObject(words.heading);
      for (const [id, said] of words.rows) {
        const row = now.initiatives.find((each) => each.id === id);
        expect(row, id).toBeDefined();
        expect({ own: undefined, standing: undefined, ...row }).toMatchObject(said.fields);
        expectParts(row?.targets ?? [], said.targets);
        expectParts(row?.outcomes ?? [], said.outcomes);
        if (said.whole !== null) expect(said.whole).toEqual(row);
      }
      for (const edit of edits) {
        if (edit.kind !== 'add-initiative') continue;
        const isThere = now.initiatives.some(({ id }) => id === edit.initiative.id);
        expect(words.rows.get(edit.initiative.id)?.whole ?? null).toEqual(
          isThere ? now.initiatives.find(({ id }) => id === edit.initiative.id) : null,
        );
      }
    }),
    { numRuns: runs },
  );
});

function walked(from: Report, choices: readonly (readonly number[])[]): { now: Report; edits: Edit[] } {
  let now = from;
  const edits: Edit[] = [];
  for (const choice of choices) {
    const edit = randomEdit(now, choice);
    const next = applyEdits(now, [edit]);
    if (!next.ok) continue;
    now = next.value;
    edits.push(edit);
  }
  return { now, edits };
}

function expectParts(
  parts: readonly (Initiative['targets'][number] | Initiative['outcomes'][number])[],
  said: ReadonlyMap<string, object>,
): void {
  for (const [id, fields] of said) {
    expect({ own: undefined, ...parts.find((part) => part.id === id) }).toMatchObject(fields);
  }
}

function search(bytes: Uint8Array, right: Buffer): boolean {
  const work = flippedBit(bytes, [[0, bytes.length]], () => right.equals(bytes));
  for (;;) {
    const { done, value } = work.next();
    if (done === true) return value;
  }
}
