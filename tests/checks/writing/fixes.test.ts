import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Spot, SpotAt, TextKind } from '../../../shared/model/checks/writing/writing-rule.ts';
import { documentRules, textRules } from '../../../shared/model/checks/writing/writing-rules.ts';
import { howMany } from '../../support/how-many.ts';
import { readCorpus } from '../../support/writing-corpus.ts';

const corpus = [...readCorpus('open'), ...readCorpus('frozen')];
const lines = corpus.filter(({ kind }) => kind !== 'document').flatMap(({ texts }) => texts);
const documents = corpus.filter(({ kind }) => kind === 'document').map(({ texts }) => texts);

/** Sentences behind one another, whole and cut anywhere: what a person leaves while writing. */
const anyText = fc
  .array(fc.tuple(fc.constantFrom(...lines), fc.nat({ max: 40 })), { minLength: 1, maxLength: 3 })
  .map((parts) => parts.map(([line, from]) => (from > 20 ? line : line.slice(from))).join(''));
const anyKind = fc.constantFrom<TextKind>('sentence', 'phrase', 'value');
const runs = { numRuns: howMany({ usual: 150, long: 5_000 }) };

function fixed(text: string, spots: readonly Spot[]): string {
  return spots
    .filter(({ fix }) => fix !== undefined)
    .toSorted((one, other) => other.span[0] - one.span[0])
    .reduce(
      (rest, { span: [start, end], fix }) => rest.slice(0, start) + (fix ?? '') + rest.slice(end),
      text,
    );
}

const digits = (text: string): string => text.normalize('NFKC').replace(/[^0-9]/gu, '');

describe('a fix of a writing rule', () => {
  test('leaves nothing of its rule, and every digit', () => {
    fc.assert(
      fc.property(anyText, anyKind, (text, kind) => {
        for (const { id, reads, spotsIn } of textRules) {
          if (!reads.includes(kind)) continue;
          const after = fixed(text, spotsIn(text, kind));
          expect(digits(after), id).toBe(digits(text));
          expect(
            spotsIn(after, kind).filter(({ fix }) => fix !== undefined),
            `${id}: ${text} → ${after}`,
          ).toEqual([]);
        }
      }),
      runs,
    );
  });

  test('is about a piece of its text that no other fix of the rule is about', () => {
    fc.assert(
      fc.property(anyText, anyKind, (text, kind) => {
        for (const { reads, spotsIn } of textRules) {
          if (!reads.includes(kind)) continue;
          let from = 0;
          for (const { span, fix } of spotsIn(text, kind)) {
            expect(span[0]).toBeGreaterThanOrEqual(from);
            expect(span[1]).toBeGreaterThan(span[0]);
            expect(span[1]).toBeLessThanOrEqual(text.length);
            if (fix !== undefined) expect(fix).not.toBe(text.slice(...span));
            from = span[1];
          }
        }
      }),
      runs,
    );
  });

  test('makes a document of one form', () => {
    for (const texts of documents) {
      for (const { id, spotsIn } of documentRules) {
        const written = (of: readonly string[]) =>
          of.map((text) => ({ text, kind: 'sentence' as const, row: 'row', number: 1, field: 'plan' }));
        const spots = spotsIn(written(texts));
        const after = texts.map((text, at) =>
          fixed(
            text,
            spots.filter((spot: SpotAt) => spot.at === at),
          ),
        );
        expect(digits(after.join('¶')), id).toBe(digits(texts.join('¶')));
        expect(
          spotsIn(written(after)).filter(({ fix }) => fix !== undefined),
          id,
        ).toEqual([]);
      }
    }
  });
});
