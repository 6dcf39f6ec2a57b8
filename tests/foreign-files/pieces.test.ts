import fc from 'fast-check';
import { expect, test } from 'vitest';
import { PieceCollector, piecesOf } from '../../main/foreign-files/apart/pieces.ts';

function together(value: unknown): unknown {
  const collector = new PieceCollector();
  for (const piece of piecesOf(value)) collector.add(structuredClone(piece));
  return collector.value();
}

test('any value comes together again', () => {
  const value = fc.jsonValue({ maxDepth: 4 });
  fc.assert(
    fc.property(value, fc.array(value, { minLength: 90, maxLength: 250 }), (one, many) => {
      const whole = { one, many, nested: [{ many }, many.map((each) => [each, many.length])] };
      expect(JSON.stringify(together(whole))).toBe(JSON.stringify(whole));
    }),
    { numRuns: 30 },
  );
});

test('lists in the items of a list, and values that are no plain objects, stay what they are', () => {
  const value = {
    rows: Array.from({ length: 300 }, (_, at) => ({ at, lines: Array(at * 2).fill(`行${at}`) })),
  };
  expect(together(value)).toEqual(value);
  const odd = { bytes: new Uint8Array([1, 2]), map: new Map([['a', 1]]), nothing: null, left: undefined };
  expect(together(odd)).toEqual(odd);
});

test('no piece is large, however large the value', () => {
  const value = { cells: Array.from({ length: 50_000 }, (_, at) => ({ row: at, says: ['一', '二'] })) };
  const pieces = [...piecesOf(value)];
  expect(pieces.length).toBeGreaterThan(40);
  for (const { items } of pieces) expect(JSON.stringify(items).length).toBeLessThan(100_000);
});
