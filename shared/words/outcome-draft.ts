import type { Initiative, Outcome, Target, Verdict } from '../model/report.ts';

/** What a report says at the end of an outcome's sentence, as long as it has none of its own. */
const endings: Readonly<Record<'polite' | 'plain', Readonly<Partial<Record<Verdict, string>>>>> = {
  polite: {
    achieved: 'は、目標を達成しました。',
    'partly-achieved': 'は、目標の一部を達成しました。',
    'not-achieved': 'は、目標を達成することができませんでした。',
  },
  plain: {
    achieved: 'は、目標を達成した。',
    'partly-achieved': 'は、目標の一部を達成した。',
    'not-achieved': 'は、目標を達成することができなかった。',
  },
};

/** An ending that says how a target came out, and nothing of what it is about. */
const ownEnding = /(?:については|に関しては|は)、?[^、。はが0-9０-９]*目標[^、。0-9０-９]*。$/u;

/**
 * A sentence for an outcome without one, as this report says it elsewhere of the same verdict; else as such reports do. Null where no
 * sentence can be made of the target's words: it is about several, or its words are a sentence themselves.
 */
export function outcomeDraft(target: Target, verdict: Verdict, rows: readonly Initiative[]): string | null {
  const measure = target.measure.trim().replace(/[。．]$/u, '');
  // A verb can't be what a sentence is about.
  if (measure === '' || /[ぁ-ん]$/u.test(measure)) return null;
  const statements = rows.flatMap(({ outcomes }) => outcomes.map(({ statement }) => statement));
  const plain = statements.filter((text) => /(?<!まし|でし)た。$/u.test(text)).length;
  const polite = statements.filter((text) => /(?:ました|でした)。$/u.test(text)).length;
  const usual = endings[plain > polite ? 'plain' : 'polite'][verdict];
  const ending = mostUsual(rows.flatMap((row) => endingsOf(row, verdict))) ?? usual;
  return ending === undefined ? null : `${measure}${ending}`;
}

/** The endings of a row's sentences about one target of this verdict. */
function endingsOf({ targets, outcomes }: Initiative, verdict: Verdict): string[] {
  return outcomes.flatMap((outcome) => {
    const target = onlyTargetOf(outcome, targets);
    if (target?.verdict !== verdict) return [];
    const ending = ownEnding.exec(outcome.statement)?.[0];
    return ending === undefined ? [] : [ending];
  });
}

/** The one target that an outcome speaks of; undefined where they are several. */
export function onlyTargetOf(outcome: Outcome, targets: readonly Target[]): Target | undefined {
  const named = targets.filter(({ id }) => outcome.targets.includes(id));
  if (named.length === 1) return named[0];
  return named.length === 0 && targets.length === 1 ? targets[0] : undefined;
}

function mostUsual(texts: readonly string[]): string | null {
  const groups = [...Map.groupBy(texts, (text) => text).entries()];
  return groups.toSorted(([, one], [, other]) => other.length - one.length)[0]?.[0] ?? null;
}
