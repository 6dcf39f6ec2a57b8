import type { Edit } from '../edits.ts';
import { editsOfTexts, headingTexts, rowTexts, type PlacedText } from '../report-texts.ts';
import type { Report } from '../report.ts';
import { sameValue } from '../same-value.ts';
import type { Finding, FindingPlace, Span } from './finding.ts';

/** A finding with a fix, at a piece of a text. */
type Fixable = Finding & { readonly fix: string; readonly span: Span };

/** A text as it would be with fixes put in. */
export interface FixedText extends PlacedText {
  readonly before: string;
  /** What was put in, from the text's start. */
  readonly fixed: readonly Finding[];
}

export interface Fixes {
  /** In the order of the report. */
  readonly texts: readonly FixedText[];
  /**
   * Findings that were not put in: without a fix, at a text that is otherwise by now, or where another one had the same
   * characters. Those are found again in the new text.
   */
  readonly left: readonly Finding[];
}

/** The texts of a report with the fixes of these findings. Nothing outside their spans changes. */
export function fixesIn(report: Report, findings: readonly Finding[]): Fixes {
  const placed = [...headingTexts(report), ...report.initiatives.flatMap(rowTexts)];
  const byRow = Map.groupBy(findings.filter(isFixable), ({ place }) => rowOf(place));
  const taken = new Set<Finding>();
  const texts = placed.flatMap(({ place, text }): FixedText[] => {
    const fixed: Fixable[] = [];
    const here = (byRow.get(rowOf(place)) ?? [])
      .filter((finding) => sameValue(finding.place, place))
      .toSorted((one, other) => one.span[0] - other.span[0] || other.span[1] - one.span[1]);
    for (const finding of here) {
      const free = finding.span[0] >= (fixed.at(-1)?.span[1] ?? 0);
      if (free && stillStands(finding, text)) fixed.push(finding);
    }
    if (fixed.length === 0) return [];
    for (const finding of fixed) taken.add(finding);
    return [{ place, before: text, text: withFixes(text, fixed), fixed }];
  });
  return { texts, left: findings.filter((finding) => !taken.has(finding)) };
}

/** One step of edits that puts these fixes in. */
export function editsOfFixes(report: Report, findings: readonly Finding[]): Edit[] {
  return editsOfTexts(report, report.initiatives, fixesIn(report, findings).texts);
}

function isFixable(finding: Finding): finding is Fixable {
  return finding.fix !== undefined && finding.span !== null;
}

function rowOf(place: FindingPlace): string | null {
  return 'row' in place ? place.row : null;
}

/** Whether the words that the finding was about are where they were. */
function stillStands({ span, facts }: Fixable, text: string): boolean {
  if (span[1] > text.length) return false;
  const { written } = facts;
  return typeof written !== 'string' || text.slice(...span) === written;
}

function withFixes(text: string, fixed: readonly Fixable[]): string {
  let made = '';
  let from = 0;
  for (const { span, fix } of fixed) {
    made += text.slice(from, span[0]) + fix;
    from = span[1];
  }
  return made + text.slice(from);
}
