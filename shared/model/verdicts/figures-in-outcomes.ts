import { readWritten } from '../figures/read-written.ts';
import {
  quantitiesOf,
  timesOf,
  type Piece,
  type QuantityPiece,
  type Qualifier,
  type WrittenTime,
} from '../figures/written.ts';
import type { Outcome } from '../report.ts';

/** A figure that an outcome gives, and what it is said to be of. */
export interface GivenFigure {
  readonly quantity: QuantityPiece;
  /** Of a figure its label, of one in the sentence what stands before it. */
  readonly about: string;
  readonly isFigure: boolean;
  readonly outcome: Outcome;
}

/** All figures of outcomes: first those that stand as figures, then those in the sentences. */
export function figuresIn(outcomes: readonly Outcome[], fiscalYear: number): GivenFigure[] {
  const labelled = outcomes.flatMap((outcome) =>
    outcome.figures.flatMap(({ label, value }) => {
      const about = label ?? '';
      const ofLabel = qualifiersOfLabel(about, fiscalYear);
      return qualified(readWritten(value), fiscalYear).map(({ quantity }) => ({
        quantity: { ...quantity, qualifiers: [...ofLabel, ...quantity.qualifiers] },
        about,
        isFigure: true,
        outcome,
      }));
    }),
  );
  const said = outcomes.flatMap((outcome) =>
    qualified(readWritten(outcome.statement), fiscalYear).map((figure) => ({
      ...figure,
      isFigure: false,
      outcome,
    })),
  );
  return [...labelled, ...said];
}

/** What a label says of its figure: a total of all years, or that it is another year's, or the target itself. */
function qualifiersOfLabel(label: string, fiscalYear: number): Qualifier[] {
  const [total] = /累計|累積|通算/u.exec(label) ?? [];
  const [other] = /前年|昨年|基準|現状|目標|計画値/u.exec(label) ?? [];
  const [elsewhere] = timesOf(readWritten(label)).filter(({ time }) => isOtherYear(time, fiscalYear));
  return [
    ...(total === undefined ? [] : [{ text: total, sense: 'total' } as const]),
    ...(other === undefined ? [] : [{ text: other, sense: 'other' } as const]),
    ...(elsewhere === undefined ? [] : [{ text: elsewhere.text, sense: 'other' } as const]),
  ];
}

/** Quantities with what stands before them; one that a text calls the target, or another year's, is marked so. */
function qualified(
  pieces: readonly Piece[],
  fiscalYear: number,
): { quantity: QuantityPiece; about: string }[] {
  let last: QuantityPiece | null = null;
  return pieces.flatMap((piece, at) => {
    if (piece.kind !== 'quantity') return [];
    const [before, earlier] = [pieces[at - 1], pieces[at - 2]];
    const about = before?.kind === 'words' ? before.text : '';
    const time =
      before?.kind === 'time' ? before : about.length <= 3 && earlier?.kind === 'time' ? earlier : null;
    const [goal] = /(?:目標|計画)(?:値|件数|数)?(?:の|は|である|とした|としていた)?$/u.exec(about) ?? [];
    const marks: Qualifier[] = [
      ...(goal === undefined ? [] : [{ text: '目標', sense: 'other' } as const]),
      ...(time !== null && isOtherYear(time.time, fiscalYear)
        ? [{ text: time.text, sense: 'other' } as const]
        : []),
    ];
    // 累計 9か所・17台: both are totals.
    const total = about === '・' ? last?.qualifiers.filter(({ sense }) => sense === 'total') : undefined;
    last = { ...piece, qualifiers: [...marks, ...(total ?? []), ...piece.qualifiers] };
    return [{ quantity: last, about }];
  });
}

/** A fiscal year is its own; the year of a date is the one that it lies in. */
export function isOtherYear({ year, fiscal, month }: WrittenTime, fiscalYear: number): boolean {
  if (year === null) return false;
  if (fiscal) return year !== fiscalYear;
  return month === null
    ? year !== fiscalYear && year !== fiscalYear + 1
    : (month >= 4 ? year : year - 1) !== fiscalYear;
}

/** The figures that a target promises: of its value; where that counts nothing, of what it says. */
export function figuresOfTarget({
  value,
  measure,
  note,
}: {
  readonly value: string | null;
  readonly measure: string;
  readonly note: string | null;
}): readonly QuantityPiece[] {
  const promised = quantitiesOf(readWritten(value ?? ''));
  if (promised.length > 0 || (value ?? '').trim() !== '') return promised;
  return quantitiesOf(readWritten(`${measure} ${note ?? ''}`));
}
