import type { OfficeForm } from '../office-form.ts';
import { applyFormEdit, asOneFormEdit, invertFormEdit, type FormEdit } from './form-edit.ts';

/** A form under design, with what was done to it and what was taken back, the latest last. */
export interface FormHistory {
  readonly form: OfficeForm;
  readonly done: readonly FormEdit[];
  readonly undone: readonly FormEdit[];
}

/** Most changes that can be taken back. */
const mostDone = 500;

export function beginHistory(form: OfficeForm): FormHistory {
  return { form, done: [], undone: [] };
}

/** A change was made. `goesOn`: in the same breath as the last one, so that both are taken back together. */
export function withEdit(history: FormHistory, edit: FormEdit, goesOn: boolean): FormHistory {
  const form = applyFormEdit(history.form, edit);
  const last = history.done.at(-1);
  const joined = goesOn && last !== undefined ? asOneFormEdit(last, edit) : undefined;
  if (joined === undefined) return { form, done: [...history.done, edit].slice(-mostDone), undone: [] };
  const before = history.done.slice(0, -1);
  return { form, done: joined === null ? before : [...before, joined], undone: [] };
}

/** Takes the last change back; the same history where there is none. */
export function withUndo(history: FormHistory): FormHistory {
  const last = history.done.at(-1);
  if (last === undefined) return history;
  return {
    form: applyFormEdit(history.form, invertFormEdit(last)),
    done: history.done.slice(0, -1),
    undone: [...history.undone, last],
  };
}

/** Makes the change again that was taken back last. */
export function withRedo(history: FormHistory): FormHistory {
  const next = history.undone.at(-1);
  if (next === undefined) return history;
  return {
    form: applyFormEdit(history.form, next),
    done: [...history.done, next],
    undone: history.undone.slice(0, -1),
  };
}
