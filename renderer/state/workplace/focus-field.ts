import { tick } from 'svelte';
import type { FieldPlace } from './field-focus.svelte.ts';

/** Frames to wait for a row that the page has yet to draw. */
const patience = 20;

/** Where in a field the caret goes: a piece of its text, one of its lines, or one element. */
export interface SpotInField {
  readonly text?: string;
  /** From 1. */
  readonly line?: number;
  readonly element?: string;
  /** What is selected there, `[start, end)` in UTF-16 code units. */
  readonly range?: readonly [start: number, end: number];
}

/** Focuses the text field of this identifier once it is there, and selects a piece of its text. */
export async function focusText(id: string, range: readonly [number, number]): Promise<boolean> {
  await tick();
  for (let frame = 0; frame < patience; frame += 1) {
    const control = document.getElementById(id);
    if (control !== null) {
      control.focus();
      select(control, { range });
      return true;
    }
    await new Promise((next) => requestAnimationFrame(next));
  }
  return false;
}

/** Focuses a field of a row that is on show or about to be; false when it does not come. */
export async function focusField({ row, field }: FieldPlace, spot: SpotInField = {}): Promise<boolean> {
  await tick();
  for (let frame = 0; frame < patience; frame += 1) {
    const place = document.querySelector<HTMLElement>(
      `[data-row="${row}"] [data-field="${field}"], [data-row="${row}"][data-field="${field}"]`,
    );
    const control = place === null ? null : controlIn(place, spot);
    if (control !== null) {
      control.focus();
      select(control, spot);
      control.scrollIntoView({ block: 'nearest' });
      return true;
    }
    // A cell of the whole table shows its text until it is opened for writing, as by a click.
    if (frame === 0 && place !== null && place.closest('[data-column]') !== null) place.click();
    await new Promise((next) => requestAnimationFrame(next));
  }
  return false;
}

const texts = 'textarea, input:not([type="checkbox"])';

function controlIn(place: HTMLElement, { text, element }: SpotInField): HTMLElement | null {
  if (element !== undefined) {
    const wanted = document.getElementById(element);
    if (wanted !== null && place.contains(wanted)) return wanted;
  }
  const controls = [...place.querySelectorAll<HTMLTextAreaElement | HTMLInputElement>(texts)];
  const holding = text === undefined ? undefined : controls.find(({ value }) => value.includes(text));
  if (holding !== undefined) return holding;
  const first = controls[0] ?? place.querySelector<HTMLElement>('select, button, input');
  if (first !== null) return first;
  return place.tabIndex >= -1 &&
    (place.hasAttribute('tabindex') || place.matches('a, button, textarea, input'))
    ? place
    : null;
}

function select(control: HTMLElement, { text, line, range }: SpotInField): void {
  if (!(control instanceof HTMLTextAreaElement || control instanceof HTMLInputElement)) return;
  const { value } = control;
  if (range !== undefined) {
    control.setSelectionRange(...range);
    return;
  }
  const at = text === undefined ? -1 : value.indexOf(text);
  if (text !== undefined && at >= 0) {
    control.setSelectionRange(at, at + text.length);
    return;
  }
  const before = line === undefined ? [] : value.split('\n').slice(0, line - 1);
  if (line === undefined || before.length < line - 1) return;
  const start = before.reduce((sum, each) => sum + each.length + 1, 0);
  control.setSelectionRange(start, start);
}
