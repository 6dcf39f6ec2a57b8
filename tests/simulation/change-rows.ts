import type { Random } from '../../scripts/suites/hostile-word/random.ts';
import { emptyInitiative, type Initiative } from '../../shared/model/report.ts';
import type { Texts } from './texts.ts';

const lists = ['plan', 'results', 'direction'] as const;

/** What somebody makes of the rows that are in front of him. `name` begins the identifiers of what is new. */
export function changeRows(
  rows: readonly Initiative[],
  section: string,
  { random, texts, name }: { readonly random: Random; readonly texts: Texts; readonly name: string },
): readonly Initiative[] {
  const kind = random.below(12);
  if (kind === 0 || rows.length === 0) {
    const row: Initiative = {
      ...emptyInitiative(`${name}row`),
      section,
      title: texts.next(),
      plan: [texts.next()],
    };
    return rows.toSpliced(random.below(rows.length + 1), 0, row);
  }
  const place = random.below(rows.length);
  const row = rows[place]!;
  if (kind === 1 && rows.length > 1) return rows.toSpliced(place, 1);
  if (kind === 2) return rows.toSpliced(place, 1).toSpliced(random.below(rows.length), 0, row);
  return rows.with(place, changed(row, kind, { random, texts, name }));
}

function changed(
  row: Initiative,
  kind: number,
  { random, texts, name }: { readonly random: Random; readonly texts: Texts; readonly name: string },
): Initiative {
  const field = random.of(lists);
  const list = row[field];
  const at = random.below(list.length || 1);
  switch (kind) {
    case 3:
      return { ...row, title: texts.next() };
    case 4:
    case 5:
      return { ...row, [field]: list.length === 0 ? [texts.next()] : list.with(at, texts.next()) };
    case 6:
      return { ...row, [field]: list.toSpliced(at, 1) };
    case 7: {
      const target = { id: `${name}target`, measure: texts.next(), note: null, value: null, verdict: null };
      return { ...row, targets: [...row.targets, target] };
    }
    case 8:
      return {
        ...row,
        targets: row.targets.map((target, index) =>
          index === at ? { ...target, value: `${random.between(1, 900)}件` } : target,
        ),
      };
    case 9:
      return {
        ...row,
        outcomes: row.outcomes.map((outcome, index) =>
          index === at ? { ...outcome, statement: texts.next() } : outcome,
        ),
      };
    default:
      return { ...row, [field]: list.toSpliced(random.below(list.length + 1), 0, texts.next()) };
  }
}
