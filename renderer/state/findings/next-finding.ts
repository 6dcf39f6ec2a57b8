import type { Finding } from '../../../shared/model/checks/finding.ts';
import { drawnMarks, type DrawnMark } from '../../writing/marking.svelte.ts';
import { textBoxOf } from '../../writing/text-boxes.ts';
import type { ReportEditor } from '../editing/report-editor.svelte.ts';
import { placeOf } from '../workplace/field-focus.svelte.ts';
import { isAtWords } from './marks-of-box.ts';
import type { LiveFindings } from './live-findings.svelte.ts';

/** The mark that the caret is in, or the first one behind it, in the text box that has the focus. */
export function markAtCaret(behind: boolean): DrawnMark | null {
  const box = textBoxOf(document.activeElement);
  if (box === null) return null;
  const caret = box.selectionStart ?? 0;
  const marks = (drawnMarks.get(box.id) ?? []).toSorted((one, other) => one.span[0] - other.span[0]);
  const found = behind
    ? marks.find(({ span }) => span[0] > caret)
    : marks.find(({ span: [start, end] }) => start <= caret && caret <= end);
  return found ?? null;
}

/** The first finding at words in the boxes behind the one that has the focus, over the rows and round the end. */
export function nextElsewhere({ found }: LiveFindings, { content }: ReportEditor): Finding | null {
  const findings = (found ?? []).filter(isAtWords);
  const focused = document.activeElement;
  const here = focused === null ? null : placeOf(focused);
  const box = textBoxOf(focused);
  const marks = box === null ? [] : (drawnMarks.get(box.id) ?? []);
  const last = marks.at(-1)?.finding;
  const at = findings.findIndex((finding) => finding === last);
  if (at >= 0) return findings[(at + 1) % findings.length] ?? null;
  // No mark is in the box: on from the row that the person is in.
  const from = here === null ? 0 : content.placeOf(here.row);
  const numbers = new Map(content.rows.map(({ id }, number) => [id, number]));
  const behind = findings.find(
    ({ place }) => place.kind !== 'heading' && (numbers.get(place.row) ?? 0) >= from,
  );
  return behind ?? findings[0] ?? null;
}
