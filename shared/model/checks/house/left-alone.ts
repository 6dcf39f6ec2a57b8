import { fieldOfPlace, type PlacedText } from '../../report-texts.ts';
import type { Finding, FindingPlace, RuleFamily, Span } from '../finding.ts';
import type { CheckSettings } from '../settings.ts';
import { houseWord, rightSpans } from './house-word.ts';

/** Families over which the office's dictionary wins. */
const ofWords: ReadonlySet<RuleFamily> = new Set(['writing', 'names']);

/**
 * The findings without those that the office lets stand: what it has looked at (`ignored`), and what a rule says of a word for
 * which its dictionary has an answer.
 */
export function withoutLeftAlone(
  findings: readonly Finding[],
  texts: readonly PlacedText[],
  settings: CheckSettings,
): readonly Finding[] {
  const { words, allowed, ignored } = settings;
  if (words.length === 0 && allowed.length === 0 && ignored.length === 0) return findings;
  const textAt = new Map<FindingPlace, string>(texts.map(({ place, text }) => [place, text]));
  const answered = Map.groupBy(
    findings.filter(({ rule }) => rule === houseWord.id),
    ({ place }) => place,
  );
  return findings.filter((finding) => {
    const { rule, family, place, span } = finding;
    const text = textAt.get(place);
    if (isIgnored(finding, text, settings)) return false;
    if (rule === houseWord.id || !ofWords.has(family)) return true;
    if (span === null || text === undefined) return true;
    const right = [
      ...rightSpans(text, settings),
      ...(answered.get(place) ?? []).flatMap((one) => (one.span === null ? [] : [one.span])),
    ];
    return !right.some((one) => meets(one, span));
  });
}

function isIgnored(
  { rule, place, span }: Finding,
  text: string | undefined,
  { ignored }: CheckSettings,
): boolean {
  if (ignored.length === 0) return false;
  const written = span === null || text === undefined ? null : text.slice(...span);
  const row = 'row' in place ? place.row : null;
  const field = place.kind === 'report' ? null : place.kind === 'field' ? place.field : fieldOfPlace(place);
  return ignored.some(
    (one) =>
      one.rule === rule &&
      one.written === written &&
      (one.row === null || one.row === row) &&
      (one.field === null || one.field === field),
  );
}

function meets([start, end]: Span, [from, to]: Span): boolean {
  return start < to && from < end;
}
