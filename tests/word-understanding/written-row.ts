import type { InitiativeDraft } from '../../main/domain/report-draft.ts';

/** How an office writes the things that a cell is made of. */
export interface Hand {
  /** Before the item at a place, from 0. */
  readonly bullet: (place: number) => string;
  readonly label: (name: string) => string;
  readonly target: (target: InitiativeDraft['targets'][number]) => string;
  readonly figure: (label: string | null, value: string) => string;
  readonly asOf: (text: string) => string;
  readonly section: (name: string) => string;
}

export const officialHand: Hand = {
  bullet: () => '・',
  label: (name) => `[${name}]`,
  target: ({ measure, note, value }) =>
    measure + (note === null ? '' : ` (${note})`) + (value === null ? '' : ` ${value}`),
  figure: (label, value) => (label === null ? value : `${label} ${value}`),
  asOf: (text) => `【${text}】`,
  section: (name) => `(${name})`,
};

/** The paragraphs of a row's cells as somebody types them. */
export interface WrittenRow {
  readonly number: string;
  readonly title: string;
  readonly section: string;
  readonly plan: string[];
  readonly targets: string[];
  readonly results: string[];
  readonly direction: string[];
  readonly outcomes: string[];
}

/** Without labels; `labelled` adds them. */
export function writtenRow(row: InitiativeDraft, place: number, hand: Hand = officialHand): WrittenRow {
  const items = (texts: readonly string[]): string[] =>
    texts.map((text, index) => hand.bullet(index) + text);
  return {
    number: String(place + 1),
    title: row.title,
    section: hand.section(row.section),
    plan: items(row.plan),
    targets: items(row.targets.map(hand.target)),
    results: items(row.results),
    direction: items(row.direction),
    outcomes: row.outcomes.flatMap(({ statement, asOf, figures }, index) => [
      hand.bullet(index) + statement,
      ...(asOf === null ? [] : [hand.asOf(asOf)]),
      ...figures.map(({ label, value }) => hand.figure(label, value)),
    ]),
  };
}

/** The six columns of the official table: their paragraphs, top down. */
export function sixCells(written: WrittenRow, { label }: Hand = officialHand): string[][] {
  return [
    [written.number],
    [written.title, written.section],
    written.plan,
    [label('目標値'), ...written.targets],
    [...written.results, label('今後の取組の方向性'), ...written.direction],
    [label('実績値'), ...written.outcomes],
  ];
}

export const sixHeadings: readonly (readonly string[])[] = [
  ['NO.'],
  ['取組名', '(担当課名)'],
  ['取組内容'],
  ['達成目標'],
  ['取組結果', '今後の取組の方向性'],
  ['目標達成状況'],
];
