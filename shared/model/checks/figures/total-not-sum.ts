import { measureOf } from '../../figures/units.ts';
import { textRule, type FoundInText } from '../rule.ts';
import { placedPieces, type PlacedPiece } from './placed-figures.ts';

interface Sum {
  readonly total: string;
  readonly sum: number;
  readonly [fact: string]: string | number;
}

/** 男性12人、女性13人、計26人: a total that is not what its parts make. */
export const totalNotSum = textRule({
  id: 'total-not-sum',
  family: 'figures',
  clause: null,
  severity: 'warning',
  findIn: ({ text }): FoundInText<Sum>[] => {
    if (!/計/u.test(text)) return [];
    const quantities = placedPieces(text).filter((piece) => piece.kind === 'quantity');
    return quantities.flatMap((piece, at): FoundInText<Sum>[] => {
      if (!isTotal(piece)) return [];
      const parts = partsBefore(quantities, at);
      const sum =
        parts.reduce((all, part) => all + part.number * measureOf(part).factor, 0) /
        measureOf(piece).factor;
      // One part and a total is what the year brought and what there is now.
      if (parts.length < 2 || Math.abs(sum - piece.number) < 1e-9 * Math.max(1, Math.abs(sum))) return [];
      return [{ span: piece.span, facts: { total: piece.text, sum: Number(sum.toFixed(6)) } }];
    });
  },
});

type PlacedQuantity = Extract<PlacedPiece, { kind: 'quantity' }>;

function isTotal({ qualifiers }: PlacedQuantity): boolean {
  return qualifiers.some(({ text }) => /^(?:計|合計で?|総計)$/u.test(text));
}

/** Those of its unit before it, back to the last total; one that is a part of another is none. */
function partsBefore(quantities: readonly PlacedQuantity[], at: number): PlacedQuantity[] {
  const total = quantities[at];
  if (total === undefined) return [];
  const parts: PlacedQuantity[] = [];
  for (const piece of quantities.slice(0, at).toReversed()) {
    if (measureOf(piece).dimension !== measureOf(total).dimension || piece.qualifiers.length > 0) break;
    parts.push(piece);
  }
  return parts;
}
