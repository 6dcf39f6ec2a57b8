import { isUnwritten } from '../../../shared/model/completeness.ts';
import type { Form } from '../../../shared/model/form.ts';
import { missingOf } from './missing-of.ts';
import type { Row } from '../editing/row.svelte.ts';

/** States by which rows can be picked out. */
export const rowStates = [
  'unwritten',
  'missing',
  'complete',
  'achieved',
  'partly-achieved',
  'not-achieved',
  'not-assessable',
  'no-verdict',
  'commented',
] as const;
export type RowState = (typeof rowStates)[number];

/** What a row's state is read from, besides the row. */
interface Surroundings {
  readonly form: Form;
  /** How many comments on a row are open. */
  readonly comments: (row: string) => number;
}

/** Which rows the list shows. */
export class RowFilter {
  /** Null: of all sections. */
  section: string | null = $state.raw(null);
  /** Null: in any state. */
  state: RowState | null = $state.raw(null);

  get isOn(): boolean {
    return this.section !== null || this.state !== null;
  }

  clear(): void {
    this.section = null;
    this.state = null;
  }

  /** The rows to show. The one being written stays in sight, also when it no longer fits. */
  shown(rows: readonly Row[], current: string | null, around: Surroundings): readonly Row[] {
    if (!this.isOn) return rows;
    return rows.filter((row) => row.id === current || this.passes(row, around));
  }

  passes(row: Row, around: Surroundings): boolean {
    const { initiative } = row;
    if (this.section !== null && initiative.section !== this.section) return false;
    return this.state === null || isIn(this.state, row, around);
  }
}

function isIn(state: RowState, { id, initiative }: Row, { form, comments }: Surroundings): boolean {
  switch (state) {
    case 'unwritten':
      return isUnwritten(initiative);
    case 'missing':
      return missingOf(initiative, form).length > 0 && !isUnwritten(initiative);
    case 'complete':
      return missingOf(initiative, form).length === 0;
    case 'no-verdict':
      return initiative.targets.some(({ verdict }) => verdict === null);
    case 'commented':
      return comments(id) > 0;
    default:
      return initiative.targets.some(({ verdict }) => verdict === state);
  }
}
