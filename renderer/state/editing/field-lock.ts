import { getContext, setContext } from 'svelte';
import type { ReportEditor } from './report-editor.svelte.ts';

const key = Symbol('the report whose fields these are');

/** Says that the fields inside are a report's: they can be read and copied, not written, once it is signed or its file is read-only. */
export function setFieldsOf(editor: ReportEditor): void {
  setContext(key, editor);
}

/** Whether a field can be written in, or a command changes it. Fields of dialogs belong to no report and always can. */
export interface FieldLock {
  readonly locked: boolean;
  /** Not for a sign-off, but because the library's file takes no writes. */
  readonly readOnly?: boolean;
  /** Says why not, when somebody types, or gives the command, all the same. */
  tell(): void;
}

export function fieldLock(): FieldLock {
  return lockOf(getContext<ReportEditor | undefined>(key));
}

/** The lock of a report: what writes in it is locked once its 版 is signed. */
export function lockOf(editor: ReportEditor | undefined): FieldLock {
  return {
    get locked() {
      return editor !== undefined && (editor.locked || editor.readOnly);
    },
    get readOnly() {
      return editor?.readOnly ?? false;
    },
    tell: () => void editor?.refuses(),
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
