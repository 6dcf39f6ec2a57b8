import type { CellDifference, LineKind, PartDifference, RowDifference } from './outline-difference.ts';
import type { OutlineCell, OutlinePart, OutlineRow } from './outline.ts';
import { paragraphsDifference, wholeParagraph } from './paragraph-difference.ts';
import { sequenceDifference } from './sequence-difference.ts';

/** A line of both states: where it is in each, null where it is not. */
interface PairedLine {
  readonly kind: LineKind;
  readonly before: number | null;
  readonly after: number | null;
}

/**
 * What changed in a row of several lines. Lines go by their targets; without the lines that came it is the row before,
 * without those that went the row after. Only what the row says by itself goes over several lines, so that a line can
 * come and go: an outcome stands on its first one.
 */
export function linesDifference(
  before: OutlineRow,
  after: OutlineRow,
): Required<Pick<RowDifference, 'lines' | 'cells'>> {
  const paired = pairedLines(before, after);
  const cells = after.cells.flatMap((cell): CellDifference[] => {
    if (cell.place === undefined || isOfItems(cell)) return [];
    const { column, columns, line, lines } = cell.place;
    // In a sheet lines are what they are; with a line for each target a cell of the row goes over all of them.
    const whole = lines === after.lines;
    const place = whole ? { column, columns, line: 0, lines: paired.length } : cell.place;
    const old = before.cells.find(
      (other) =>
        other.place?.column === column &&
        other.place.line === line &&
        !isOfItems(other) &&
        other.label === undefined,
    );
    if (cell.label !== undefined) return [{ ...cell, place, parts: [] }];
    return [{ place, parts: cell.parts.map((part, at) => partDifference(old?.parts[at], part)) }];
  });
  const columns = new Set(
    [...before.cells, ...after.cells].filter(isOfItems).map(({ place }) => place?.column ?? 0),
  );
  const ofItems = [...columns].flatMap((column) =>
    paired.map((line, at): CellDifference => ({
      place: { column, columns: 1, line: at, lines: 1 },
      parts: partsDifference(
        partsAt(before, column, line.before),
        partsAt(after, column, line.after),
        line.kind,
      ),
    })),
  );
  return { lines: paired.map(({ kind }) => kind), cells: [...cells, ...ofItems] };
}

function isOfItems({ parts }: OutlineCell): boolean {
  return parts.some(({ of }) => of !== undefined);
}

function partsAt(
  { cells }: OutlineRow,
  column: number,
  line: number | null,
): readonly OutlinePart[] | null {
  if (line === null) return null;
  const cell = cells.find(
    (each) => isOfItems(each) && each.place?.column === column && each.place.line === line,
  );
  return cell?.parts ?? [];
}

/** Lines with the same target are one; so are those that stand at the same place, where the first one changed. */
function pairedLines(before: OutlineRow, after: OutlineRow): PairedLine[] {
  const [old, now] = [targetsOf(before), targetsOf(after)];
  const paired: PairedLine[] = [];
  let place = 0;
  for (const { kind, from, to } of sequenceDifference(old, now)) {
    for (let at = from; at < to; at += 1) {
      if (kind === 'removed') paired.push({ kind, before: at, after: null });
      else if (kind === 'added') paired.push({ kind, before: null, after: at });
      else paired.push({ kind, before: at, after: place + at - from });
    }
    if (kind === 'added') place = to;
    else if (kind === 'same') place += to - from;
  }
  // What the row says by itself stands on the first line, which has to be there before and after.
  if (paired[0]?.kind === 'same') return paired;
  return Array.from({ length: Math.max(old.length, now.length) }, (_, at): PairedLine => {
    const [was, is] = [at < old.length ? at : null, at < now.length ? at : null];
    return { kind: was === null ? 'added' : is === null ? 'removed' : 'same', before: was, after: is };
  });
}

/** The target of each line, by identifier; '' for none. */
function targetsOf({ cells, lines = 1 }: OutlineRow): string[] {
  return Array.from({ length: lines }, (_, line) => {
    const cell = cells.find(
      ({ place, parts }) =>
        place?.line === line && parts.some(({ field, of }) => field === 'targets' && of !== undefined),
    );
    return cell?.parts[0]?.of?.item ?? '';
  });
}

/** Parts of the same item side by side; what went stands before what came. */
function partsDifference(
  before: readonly OutlinePart[] | null,
  after: readonly OutlinePart[] | null,
  kind: LineKind,
): PartDifference[] {
  const key = ({ of }: OutlinePart): string => `${of?.item ?? ''} ${of?.part ?? ''}`;
  const now = new Set((after ?? []).map(key));
  const old = new Map((before ?? []).map((part) => [key(part), part]));
  const gone = (before ?? []).filter((part) => !now.has(key(part)) && part.of?.item !== null);
  const parts = [
    ...gone.map((part) => (kind === 'removed' ? whole(part, 'removed') : partDifference(part, null))),
    ...(after ?? [])
      .filter(({ of }) => of?.item !== null || gone.length === 0)
      .map((part) => (kind === 'added' ? whole(part, 'added') : partDifference(old.get(key(part)), part))),
  ];
  return parts.length > 0 ? parts : (before ?? []).slice(0, 1).map((part) => partDifference(part, part));
}

function whole({ paragraphs, ...part }: OutlinePart, kind: 'removed' | 'added'): PartDifference {
  return { ...part, paragraphs: paragraphs.map((paragraph) => wholeParagraph(paragraph, kind)) };
}

function partDifference(before: OutlinePart | undefined, after: OutlinePart | null): PartDifference {
  const { paragraphs = [], ...part } = after ?? before ?? { field: 'targets' };
  return {
    ...part,
    paragraphs: paragraphsDifference(before?.paragraphs ?? [], after === null ? [] : paragraphs),
  };
}
