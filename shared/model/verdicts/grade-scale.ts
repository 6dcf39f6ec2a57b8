/**
 * 評価の段階: the grades of a scale by the rate from which each is given, best first.
 *
 * Thresholds stand in falling order, so that none overlap: every rate has one grade. The last grade has none.
 */
export interface GradeScale {
  readonly grades: readonly Grade[];
  /** The sign for what can't be assessed, where the scale has one. */
  readonly unknown: string | null;
}

export interface Grade {
  readonly sign: string;
  /** Least rate (1: just as promised); null for the last, which takes what is left. */
  readonly from: number | null;
}

/** The verdicts of the interchange: a target that was reached is achieved, never one that was nearly so. */
export const verdictScale = {
  grades: [
    { sign: 'achieved', from: 1 },
    { sign: 'partly-achieved', from: 0.6 },
    { sign: 'not-achieved', from: null },
  ],
  unknown: 'not-assessable',
} as const satisfies GradeScale;

/** Scales that offices use, by the signs of their choices joined. */
const scales: readonly GradeScale[] = [
  scale('A:1.1 B:1 C:0.8 D:0.5 E'),
  scale('A:1 B:0.8 C:0.5 D'),
  scale('A:1 B:0.6 C'),
  scale('◎:1.1 ○:1 △:0.6 ×'),
  scale('計画以上:1.03 計画通り:0.97 計画未満', '評価不能'),
  scale('上回る:1 やや下回る:0.8 下回る'),
  scale('達成:1 一部達成:0.6 未達成', '評価不能'),
];

function scale(written: string, unknown: string | null = null): GradeScale {
  const grades = written.split(' ').map((grade): Grade => {
    const [sign = '', from] = grade.split(':');
    return { sign, from: from === undefined ? null : Number(from) };
  });
  return { grades, unknown };
}

/** The scale whose signs are these, in this order; null where the office has one of its own. */
export function scaleOf(signs: readonly string[]): GradeScale | null {
  const joined = signs.join(' ');
  return (
    scales.find(({ grades, unknown }) => {
      const known = grades.map(({ sign }) => sign);
      return [known, ...(unknown === null ? [] : [[...known, unknown]])].some(
        (all) => all.join(' ') === joined,
      );
    }) ?? null
  );
}

/** The grade of a rate; that of nothing known where it is null. */
export function gradeOf({ grades, unknown }: GradeScale, rate: number | null): string | null {
  if (rate === null) return unknown;
  return grades.find(({ from }) => from === null || rate >= from)?.sign ?? unknown;
}

/** Whether the thresholds of a scale fall from grade to grade, and the last alone has none. */
export function isSound({ grades }: GradeScale): boolean {
  return grades.every(({ from }, at) => {
    if (at === grades.length - 1) return from === null;
    const next = grades[at + 1]?.from ?? -Infinity;
    return from !== null && from > next;
  });
}

export const knownScales: readonly GradeScale[] = [verdictScale, ...scales];
