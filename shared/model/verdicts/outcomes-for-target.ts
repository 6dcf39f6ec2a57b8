import type { Initiative, Outcome, Target } from '../report.ts';

/**
 * The outcomes that speak of a target: those that name it; where none does, those that name nothing and share most
 * of its words, or all of them where it is the only target.
 */
export function outcomesFor(target: Target, { targets, outcomes }: Initiative): readonly Outcome[] {
  const naming = outcomes.filter((outcome) => outcome.targets.includes(target.id));
  if (naming.length > 0) return naming;
  const nameless = outcomes.filter((outcome) => outcome.targets.length === 0);
  if (targets.length === 1) return nameless;
  return nameless.filter((outcome) => {
    const says = `${outcome.statement} ${outcome.figures.map(({ label }) => label ?? '').join(' ')}`;
    const own = likeness(target.measure, says);
    return own >= 0.3 && targets.every((other) => other === target || likeness(other.measure, says) < own);
  });
}

/** Which part of the pairs of characters of `one` the other has, too: 0 to 1. */
export function likeness(one: string, other: string): number {
  const pairs = pairsOf(one);
  if (pairs.size === 0) return 0;
  const others = pairsOf(other);
  return [...pairs].filter((pair) => others.has(pair)).length / pairs.size;
}

function pairsOf(text: string): Set<string> {
  const words = text.replaceAll(/[\s、。・()（）「」]/gu, '');
  return new Set(Array.from({ length: Math.max(0, words.length - 1) }, (_, at) => words.slice(at, at + 2)));
}
