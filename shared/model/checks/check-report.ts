import { fieldsIn } from '../fields/values.ts';
import { fieldOfPlace } from '../report-texts.ts';
import type { Report } from '../report.ts';
import { contextOf, type FormerYear } from './context.ts';
import type { Finding, FindingPlace } from './finding.ts';
import { withoutLeftAlone } from './house/left-alone.ts';
import type { Rule } from './rule.ts';
import { rules } from './rules.ts';
import { defaultCheckSettings, type CheckSettings } from './settings.ts';

/**
 * All that the rules find in a report, from its top down; at one place in the order of the rules.
 *
 * `former` are reports of the same department; those of later years are not looked at. Pure: the same report gives
 * the same findings.
 */
export function checkReport(...asked: Parameters<typeof checking>): readonly Finding[] {
  const work = checking(...asked);
  for (;;) {
    const step = work.next();
    if (step.done === true) return step.value;
  }
}

/** The same, one rule a step, so that whoever runs it can do other things in between. */
export function* checking(
  report: Report,
  former: readonly FormerYear[] = [],
  settings: CheckSettings = defaultCheckSettings,
  asked: readonly Rule[] = rules,
): Generator<void, readonly Finding[], void> {
  const context = contextOf(report, former, settings);
  const findings: Finding[] = [];
  for (const rule of asked) {
    const { id, family } = rule;
    const severity = settings.rules[id] ?? rule.severity;
    if (severity === 'off') continue;
    findings.push(...rule.find(context).map((found) => ({ rule: id, family, severity, ...found })));
    yield;
  }
  return inReadingOrder(withoutLeftAlone(findings, context.texts, settings), report);
}

function inReadingOrder(findings: readonly Finding[], { initiatives }: Report): Finding[] {
  const rowAt = new Map(initiatives.map(({ id }, at) => [id, at]));
  const fieldAt = new Map(fieldsIn(...initiatives).map((field, at) => [field as string, at]));
  const keys = new Map(findings.map((finding) => [finding, keyOf(finding)]));
  return findings.toSorted((one, other) => compared(keys.get(one) ?? [], keys.get(other) ?? []));

  function keyOf({ place, span }: Finding): number[] {
    const field = fieldOf(place);
    return [
      'row' in place ? (rowAt.get(place.row) ?? 0) : -1,
      field === null ? -1 : (fieldAt.get(field) ?? fieldAt.size),
      'at' in place ? (place.at ?? -1) : -1,
      span?.[0] ?? -1,
    ];
  }
}

/** The field of the row at which a finding stands; null for the heading and the report as a whole. */
export function fieldOf(place: FindingPlace): ReturnType<typeof fieldOfPlace> {
  if (place.kind === 'report') return null;
  return place.kind === 'field' ? place.field : fieldOfPlace(place);
}

function compared(one: readonly number[], other: readonly number[]): number {
  for (const [at, value] of one.entries()) {
    const difference = value - (other[at] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}
