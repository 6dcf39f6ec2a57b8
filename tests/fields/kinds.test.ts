import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { FieldDefinition } from '../../shared/model/fields/field.ts';
import { kinds, type TextKind } from '../../shared/model/fields/kinds.ts';
import { isBlank } from '../../shared/model/plain-text.ts';
import { howMany } from '../support/how-many.ts';
import { arbitraryLine } from '../support/arbitrary-report.ts';

const someLine = arbitraryLine.filter((line) => !isBlank(line));
const signs = ['◎', '○', '廃止、縮小', '縮小', 'A, B', '11'];

/** What a field of each kind may hold that prints something. */
const values: { readonly [Kind in TextKind]: fc.Arbitrary<string | readonly string[]> } = {
  line: someLine,
  paragraphs: fc.array(
    someLine.filter((line) => !line.startsWith('・')),
    { maxLength: 4 },
  ),
  choice: fc.constantFrom(...signs),
  choices: fc.subarray(signs),
  quantity: someLine,
  date: someLine,
};

const looks = fc.record(
  {
    around: fc.constantFrom<[string, string]>(['(', ')'], ['【', '】'], ['', '年度'], ['※', '']),
    bulleted: fc.boolean(),
  },
  { requiredKeys: [] },
);

describe('What a field prints', () => {
  test.for(Object.keys(values) as TextKind[])('is read back as it was: %s', (kind) => {
    const { print, parse } = kinds[kind] as {
      print: (value: unknown, field: FieldDefinition) => readonly { text: string }[];
      parse: (texts: readonly string[], field: FieldDefinition) => unknown;
    };
    fc.assert(
      fc.property(values[kind], looks, (value, look) => {
        const field: FieldDefinition = {
          ...{ id: 'xany', owner: 'row', label: '項目', season: 'report', names: [], asked: false },
          choices: signs.map((sign) => ({ sign })),
          ...look,
          kind,
        };
        const printed = print(value, field).map(({ text }) => text);
        expect(parse(printed, field)).toEqual(value);
      }),
      { numRuns: howMany({ usual: 200, long: 5_000 }) },
    );
  });
});
