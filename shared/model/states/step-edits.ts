import type { Edit } from '../edits.ts';
import type { WritingStage } from '../report.ts';
import { standingIn, type ReportStanding, type RowStanding } from './standing.ts';
import { rowSteps, type ReportStep, type RowStep } from './steps.ts';

/** The edits that make a step of the table. Whether it may be made is asked of refusal.ts. */

/** A step of a row; `reason` is why it is returned. */
export function rowStepEdit(
  step: RowStep,
  initiative: string,
  before: RowStanding | null,
  reason?: string,
): Edit {
  const after = standingIn(rowSteps[step].to, before ?? {}, reason);
  return { kind: 'set-row-standing', initiative, before, after };
}

/** What a row declared is opened, with a reason; null closes it. */
export function openRowEdit(initiative: string, before: RowStanding | null, reason: string | null): Edit {
  const { opened: _opened, ...standing } = before ?? { state: 'draft' as const };
  const opened = reason === null ? {} : { opened: reason };
  const isNothing = standing.state === 'draft' && reason === null;
  return {
    kind: 'set-row-standing',
    initiative,
    before,
    after: isNothing ? null : { ...standing, ...opened },
  };
}

interface ReportNow {
  readonly chosen: WritingStage | null;
  readonly standing: ReportStanding | null;
}

/** A step of the report that is no choice of what is written and no sign-off. */
export type StandingStep = Exclude<ReportStep, 'begin-report' | 'back-to-declaration' | 'back-to-declared'>;

const places: { readonly [step in StandingStep]: ReportStanding['at'] } = {
  declare: 'writing',
  undeclare: 'writing',
  compile: 'compiling',
  'back-to-writing': 'writing',
  submit: 'review',
  'return-report': 'compiling',
  publish: 'published',
  unpublish: 'review',
};

export function isStandingStep(step: ReportStep): step is StandingStep {
  return Object.hasOwn(places, step);
}

export function reportStepEdits(
  step: StandingStep,
  { chosen, standing: before }: ReportNow,
  reason?: string,
): Edit[] {
  const writing: WritingStage = step === 'declare' ? 'declaration' : 'report';
  // What moves stands on what was chosen, and not on what happens to be written.
  const choice: Edit[] = chosen === null ? [{ kind: 'set-stage', before: null, after: writing }] : [];
  const isDeclared = step === 'declare' || (step !== 'undeclare' && before?.declared === true);
  const after: ReportStanding = {
    at: places[step],
    ...(isDeclared ? { declared: true as const } : {}),
    ...(reason === undefined ? {} : { reason }),
    ...(isDeclared && before?.opened !== undefined ? { opened: before.opened } : {}),
  };
  const isNothing = after.at === 'writing' && !isDeclared && reason === undefined;
  return [...choice, { kind: 'set-report-standing', before, after: isNothing ? null : after }];
}

/** All that is declared, and which rows there are, is opened, with a reason; null closes it. */
export function openReportEdit(before: ReportStanding, reason: string | null): Edit {
  const { opened: _opened, ...standing } = before;
  const after = reason === null ? standing : { ...standing, opened: reason };
  return { kind: 'set-report-standing', before, after };
}
