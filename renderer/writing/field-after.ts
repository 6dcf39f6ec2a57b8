const fields = 'input:not([type="hidden"], :disabled), textarea:not(:disabled), select:not(:disabled)';

/** The next field in the same form, dialog, cell of the table or screen; null after the last one. */
export function fieldAfter(field: HTMLElement): HTMLElement | null {
  const around = field.closest('form, dialog, [role="dialog"], [data-column], main');
  const all = [...(around?.querySelectorAll<HTMLElement>(fields) ?? [])].filter(
    (each) => each.tabIndex >= 0 && each.checkVisibility(),
  );
  return all[all.indexOf(field) + 1] ?? null;
}
