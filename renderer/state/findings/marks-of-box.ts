import type { Finding, Span } from '../../../shared/model/checks/finding.ts';
import { sameValue } from '../../../shared/model/same-value.ts';
import {
  headingTexts,
  rowTexts,
  type PlacedText,
  type TextPlace,
} from '../../../shared/model/report-texts.ts';
import type { Initiative, ReportHeading } from '../../../shared/model/report.ts';
import { textOf } from '../../writing/bullets.ts';
import type { BoxMark, BoxMarks } from '../../writing/box-marks.ts';
import { controlOf, rangeIn } from '../workplace/text-spot.ts';

/** A finding at words of a text. */
export type WordFinding = Finding & { readonly place: TextPlace; readonly span: Span };

/** Whether it is marked at its words. What a council might ask is a list of its own: nothing is wrong there. */
export function isAtWords(finding: Finding): finding is WordFinding {
  const { place, span, family } = finding;
  return span !== null && place.kind !== 'field' && place.kind !== 'report' && family !== 'judgement';
}

/** Findings by the identifier of the control in which their words are written. */
export function byControl(findings: readonly Finding[]): ReadonlyMap<string, readonly WordFinding[]> {
  return Map.groupBy(findings.filter(isAtWords), ({ place }) => controlOf(place));
}

/** What is marked in one control. `row` null: it is one of the heading. */
export function marksOfBox(
  findings: readonly WordFinding[],
  heading: ReportHeading,
  row: Initiative | null,
): BoxMarks | null {
  const place = findings[0]?.place;
  if (place === undefined) return null;
  const text = textOfBox(place, row === null ? headingTexts(heading) : rowTexts(row));
  if (text === null) return null;
  const marks = findings.map((finding): BoxMark => {
    const { span } = finding;
    return { finding, span: row === null ? span : rangeIn(row, finding.place, span) };
  });
  return { text, marks };
}

/** All that stands in the control of a place: of a list, every paragraph. */
function textOfBox(place: TextPlace, texts: readonly PlacedText[]): string | null {
  if (place.kind !== 'paragraph') return texts.find((one) => sameValue(one.place, place))?.text ?? null;
  return textOf(
    texts
      .filter(({ place: each }) => each.kind === 'paragraph' && each.field === place.field)
      .map(({ text }) => text),
  );
}

/** The finding where its words stand by now: `span` of the control's whole text. */
export function findingAt(finding: WordFinding, text: string, [start, end]: Span): WordFinding {
  if (finding.place.kind !== 'paragraph') return { ...finding, span: [start, end] };
  const before = text.slice(0, start);
  const from = before.lastIndexOf('\n') + 1;
  const at = before.split('\n').length - 1;
  return { ...finding, place: { ...finding.place, at }, span: [start - from, end - from] };
}
