import { getContext, setContext } from 'svelte';
import type { RowField } from '../../../shared/model/fields/built-in-fields.ts';
import type { StateRefusal } from '../../../shared/model/states/refusal.ts';
import type { ReportEditor } from './report-editor.svelte.ts';

const key = Symbol('the report whose fields these are');
const placeKey = Symbol('the row and the field that these controls write');

/** The row that fields belong to, and which field it is; both are looked up when they are asked for. */
export interface FieldPlace {
  readonly row: string;
  readonly field: RowField;
}

/** Says that the controls inside write this field of a row: where the row stands may lock it. */
export function setFieldPlace(place: () => FieldPlace): void {
  setContext(placeKey, place);
}

/** Says that the fields inside are a report's: they can be read and copied, not written, once it is signed or its file is read-only. */
export function setFieldsOf(editor: ReportEditor): void {
  setContext(key, editor);
}

/** Whether a field can be written in, or a command changes it. Fields of dialogs belong to no report and always can. */
export interface FieldLock {
  readonly locked: boolean;
  /** Not for a sign-off, but because the library's file takes no writes. */
  readonly readOnly?: boolean;
  /** Identifier of the sentence that says why. */
  readonly reason: string;
  /** Says why not, when somebody types, or gives the command, all the same. */
  tell(): void;
}

/** `part`: of a target or an outcome, as far as it is locked otherwise than its field. */
export function fieldLock(part?: () => string | undefined): FieldLock {
  const editor = getContext<ReportEditor | undefined>(key);
  const place = getContext<(() => FieldPlace) | undefined>(placeKey);
  const refusal = (): StateRefusal | null => {
    if (editor === undefined || place === undefined) return null;
    const { row, field } = place();
    return editor.guard?.field(row, field, part?.()) ?? null;
  };
  return lockOf(editor, refusal);
}

/** The lock of a report: what writes in it is locked once its 版 is signed, or where its row stands elsewhere. */
export function lockOf(
  editor: ReportEditor | undefined,
  refusal: () => StateRefusal | null = () => null,
): FieldLock {
  const isLocked = (): boolean => editor !== undefined && (editor.locked || editor.readOnly);
  return {
    get locked() {
      return isLocked() || refusal() !== null;
    },
    get reason() {
      return isLocked() ? lockReason : rowLockReason;
    },
    get readOnly() {
      return editor?.readOnly ?? false;
    },
    tell: () => {
      if (isLocked()) {
        editor?.refuses();
        return;
      }
      const why = refusal();
      if (why !== null) editor?.guard?.tell(why);
    },
  };
}

const commandsKey = Symbol('the report that commands change');

/** Says whose commands the buttons inside are (Button's `changes`): they look locked once it is signed. */
export function setCommandsOf(editor: ReportEditor): void {
  setContext(commandsKey, editor);
}

export function commandLock(): FieldLock {
  return lockOf(getContext<ReportEditor | undefined>(commandsKey));
}

/** Identifier of the sentence that says why; it describes every locked field. */
export const lockReason = 'signed-reason';
/** … where the row's own state locks it. */
export const rowLockReason = 'row-locked-reason';

/** A key that would have changed the text. */
export function wouldWrite(event: KeyboardEvent): boolean {
  if (event.ctrlKey || event.metaKey || event.altKey) return false;
  // An input method names no key of its own.
  return event.key.length === 1 || ['Backspace', 'Delete', 'Enter', 'Process'].includes(event.key);
}

/** Tells why a locked field takes nothing, when somebody types or pastes into it. */
export function tellsWhenLocked(lock: FieldLock): (element: HTMLElement) => () => void {
  return (element) => {
    const press = (event: KeyboardEvent): void => {
      if (lock.locked && wouldWrite(event)) lock.tell();
    };
    const paste = (): void => {
      if (lock.locked) lock.tell();
    };
    element.addEventListener('keydown', press);
    for (const name of ['paste', 'cut', 'drop']) element.addEventListener(name, paste);
    return () => {
      element.removeEventListener('keydown', press);
      for (const name of ['paste', 'cut', 'drop']) element.removeEventListener(name, paste);
    };
  };
}
