import type { Stage } from '../stage.ts';
import type { Hat } from './hats.ts';
import type { RowState } from './standing.ts';

/** The table of allowed steps: from where to where, in whose part, and whether a reason is asked for. Nothing else moves. */

export interface Step<State> {
  readonly from: readonly State[];
  readonly to: State;
  readonly hats: readonly Hat[];
  readonly reason?: true;
}

const anybody: readonly Hat[] = ['writer', 'compiler', 'head'];
const readers: readonly Hat[] = ['compiler', 'head'];

export const rowSteps = {
  /** 提出 */
  'hand-in': { from: ['draft', 'returned'], to: 'handed-in', hats: ['writer', 'compiler'] },
  /** 提出の取下げ */
  'take-back': { from: ['handed-in'], to: 'draft', hats: ['writer', 'compiler'] },
  /** 確認 */
  confirm: { from: ['handed-in'], to: 'confirmed', hats: readers },
  /** 確認の取消し */
  unconfirm: { from: ['confirmed'], to: 'handed-in', hats: readers },
  /** 差戻し */
  return: { from: ['handed-in', 'confirmed'], to: 'returned', hats: readers, reason: true },
} as const satisfies Readonly<Record<string, Step<RowState>>>;
export type RowStep = keyof typeof rowSteps;

export const reportSteps = {
  /** 宣言の公表; a signed declaration is published as it was signed. */
  declare: { from: ['declaration', 'signed'], to: 'declared', hats: readers },
  /** 公表の取りやめ */
  undeclare: { from: ['declared'], to: 'declaration', hats: readers, reason: true },
  /** 報告の作成を始める; whoever keeps no record of the publication begins at once. */
  'begin-report': { from: ['declaration', 'declared'], to: 'report', hats: anybody },
  'back-to-declaration': { from: ['report'], to: 'declaration', hats: anybody },
  'back-to-declared': { from: ['report'], to: 'declared', hats: anybody },
  /** 取りまとめを始める */
  compile: { from: ['report'], to: 'compiling', hats: readers },
  'back-to-writing': { from: ['compiling'], to: 'report', hats: readers },
  /** 部長の確認に回す */
  submit: { from: ['compiling'], to: 'review', hats: ['compiler'] },
  /** 部長の差戻し, or the compiler takes it back. */
  'return-report': { from: ['review'], to: 'compiling', hats: readers, reason: true },
  /** 公表 */
  publish: { from: ['signed'], to: 'published', hats: readers },
  unpublish: { from: ['published'], to: 'signed', hats: readers },
} as const satisfies Readonly<Record<string, Step<Stage>>>;
export type ReportStep = keyof typeof reportSteps;

/** 決裁: with the signed file, and no edit. Whoever works alone signs from wherever the report is. */
export const signing: Step<Stage> = {
  from: ['declaration', 'declared', 'report', 'compiling', 'review'],
  to: 'signed',
  hats: readers,
};

/** 次の版: with a reason, and no edit either. */
export const revising: Pick<Step<Stage>, 'from' | 'hats'> = {
  from: ['signed', 'published'],
  hats: ['writer', 'compiler'],
};

/** The step that leads from one state to another; undefined where none does. */
export function stepBetween<Name extends string, State>(
  steps: Readonly<Record<Name, Step<State>>>,
  from: State,
  to: State,
): Step<State> | undefined {
  return Object.values<Step<State>>(steps).find((step) => step.to === to && step.from.includes(from));
}

/** The names of the steps that somebody may do from a state. */
export function stepsFrom<Name extends string, State>(
  steps: Readonly<Record<Name, Step<State>>>,
  from: State,
  hat: Hat | null,
): Name[] {
  return Object.entries<Step<State>>(steps).flatMap(([name, step]) =>
    step.from.includes(from) && mayDo(step, hat) ? [name as Name] : [],
  );
}

export function mayDo({ hats }: Pick<Step<unknown>, 'hats'>, hat: Hat | null): boolean {
  return hat === null || hats.includes(hat);
}
