import fc from 'fast-check';
import type { FieldDefinition, OwnField } from '../../shared/model/fields/field.ts';
import { withOwn } from '../../shared/model/fields/values.ts';
import { emptyInitiative, type Initiative, type Outcome, type Target } from '../../shared/model/report.ts';

/** Random rows and what people make of them: few words, so that the same stand twice and begin alike. */

export const ownFields: readonly FieldDefinition<OwnField>[] = [
  own('xreason', 'paragraphs'),
  own('xbudget', 'quantity'),
  { ...own('xgoals', 'choices'), choices: [{ sign: '1' }, { sign: '2' }, { sign: '3' }] },
];

const bullets = ['講座', '講座を開催', '講座を開催し', '相談', '・相談', '続きの行', '5件', '50件'];
const bullet = fc.constantFrom(...bullets);
const lines = fc.array(bullet, { maxLength: 5 });
const word = fc.constantFrom('課', '町', '10件', '100件');

const target = (id: string): fc.Arbitrary<Target> =>
  plain({
    id: fc.constant(id),
    measure: bullet,
    note: fc.constantFrom(null, '注'),
    value: fc.constantFrom(null, '5件'),
    verdict: fc.constantFrom(null, 'achieved', 'not-achieved'),
  });
const outcome = (id: string, targets: readonly string[]): fc.Arbitrary<Outcome> =>
  plain({
    id: fc.constant(id),
    statement: bullet,
    asOf: fc.constantFrom(null, '3月末'),
    figures: fc.array(plain({ label: fc.constantFrom(null, '計'), value: word }), { maxLength: 2 }),
    targets: fc.subarray([...targets]),
  });

function rowOfId(id: string): fc.Arbitrary<Initiative> {
  const targets = fc
    .nat({ max: 2 })
    .chain((count) => fc.tuple(...Array.from({ length: count }, (_, at) => target(`${id}t${at}`))));
  return targets.chain((list) =>
    plain({
      title: word,
      section: word,
      pageBreakBefore: fc.boolean(),
      plan: lines,
      results: lines,
      direction: lines,
      outcomes: fc.nat({ max: 2 }).chain((count) =>
        fc.tuple(
          ...Array.from({ length: count }, (_, at) =>
            outcome(
              `${id}o${at}`,
              list.map((one) => one.id),
            ),
          ),
        ),
      ),
      goals: fc.subarray(['1', '2', '3']),
    }).map(({ goals, ...row }) =>
      withOwn({ ...emptyInitiative(id), ...row, targets: list }, 'xgoals', goals),
    ),
  );
}

export const someRows: fc.Arbitrary<Initiative[]> = fc
  .nat({ max: 4 })
  .chain((count) => fc.tuple(...Array.from({ length: count }, (_, at) => rowOfId(`row${at}`))));

/** One deed of a person: what it does is decided by numbers, so that it fits whatever rows there are. */
interface Deed {
  readonly does: number;
  readonly at: number;
  readonly to: number;
  readonly text: string;
}
const deed: fc.Arbitrary<Deed> = plain({
  does: fc.nat({ max: 15 }),
  at: fc.nat({ max: 99 }),
  to: fc.nat({ max: 99 }),
  text: bullet,
});

/** What a person may have made of the rows. New parts bear names that begin with theirs. */
export function editedBy(name: string): fc.Arbitrary<(rows: readonly Initiative[]) => Initiative[]> {
  return fc
    .array(deed, { maxLength: 6 })
    .map(
      (deeds) => (rows) =>
        deeds.reduce<Initiative[]>((made, one, turn) => done(made, one, `${name}${turn}new`), [...rows]),
    );
}

function done(rows: Initiative[], { does, at, to, text }: Deed, id: string): Initiative[] {
  if (does === 0) return placed(rows, to, { ...emptyInitiative(id), title: text, plan: [text] });
  const place = at % (rows.length || 1);
  const row = rows[place];
  if (row === undefined) return rows;
  if (does === 1) return rows.toSpliced(place, 1);
  if (does === 2) return placed(rows.toSpliced(place, 1), to, row);
  return rows.with(place, changed(row, does, to, text, id));
}

function changed(row: Initiative, does: number, to: number, text: string, id: string): Initiative {
  const field = (['plan', 'results', 'direction'] as const)[to % 3] ?? 'plan';
  const list = row[field];
  const spot = to % (list.length || 1);
  switch (does) {
    case 3:
      return { ...row, title: text };
    case 4:
      return { ...row, pageBreakBefore: !row.pageBreakBefore };
    case 5:
      return { ...row, [field]: placed([...list], to, text) };
    case 6:
      return { ...row, [field]: list.toSpliced(spot, 1) };
    case 7:
      return { ...row, [field]: list.length === 0 ? [text] : list.with(spot, text) };
    case 8:
      return { ...row, [field]: placed(list.toSpliced(spot, 1), to + 1, ...list.slice(spot, spot + 1)) };
    case 9:
      return withOwn(row, 'xreason', [text, ...(row.own?.xreason ?? [])].slice(0, 2));
    case 10:
      return withOwn(row, 'xgoals', to % 2 === 0 ? ['1'] : ['2', '3']);
    case 11:
      return { ...row, targets: placed([...row.targets], to, emptyTarget(id, text)) };
    case 12: {
      const gone = row.targets[to % (row.targets.length || 1)]?.id;
      return {
        ...row,
        targets: row.targets.filter((one) => one.id !== gone),
        outcomes: row.outcomes.map((one) => ({
          ...one,
          targets: one.targets.filter((name) => name !== gone),
        })),
      };
    }
    case 13:
      return {
        ...row,
        targets: row.targets.map((one, place) => (place === to % 2 ? { ...one, value: text } : one)),
      };
    case 14:
      return {
        ...row,
        outcomes: row.outcomes.map((one) => ({
          ...one,
          statement: to % 2 === 0 ? text : one.statement,
          targets: row.targets.slice(0, to % 3).map((target) => target.id),
        })),
      };
    default:
      return { ...row, outcomes: row.outcomes.toReversed(), targets: row.targets.toReversed() };
  }
}

function emptyTarget(id: string, measure: string): Target {
  return { id, measure, note: null, value: null, verdict: null };
}

function placed<T>(list: readonly T[], to: number, ...items: T[]): T[] {
  return list.toSpliced(to % (list.length + 1), 0, ...items);
}

/** Records as the program makes them. */
function plain<T>(parts: { [key in keyof T]: fc.Arbitrary<T[key]> }): fc.Arbitrary<T> {
  return fc.record<T>(parts, { noNullPrototype: true }) as fc.Arbitrary<T>;
}

function own(id: OwnField, kind: FieldDefinition['kind']): FieldDefinition<OwnField> {
  return { id, owner: 'row', kind, label: id, season: 'report', names: [], asked: false };
}
