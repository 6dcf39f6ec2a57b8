import { Department } from './department.ts';
import { trueWays, type Ways } from './ways.ts';

export interface Simulated {
  readonly seed: number;
  readonly acts: readonly string[];
  /** What did not hold, each with the number of the act; empty where all did. */
  readonly broken: readonly string[];
}

/** Plays a department's year in an empty folder. The same seed plays the same again. */
export async function simulate(
  folder: string,
  seed: number,
  { acts = 25, ways = trueWays }: { readonly acts?: number; readonly ways?: Ways } = {},
): Promise<Simulated> {
  const department = new Department(folder, seed, ways);
  await department.begins();
  for (let act = 0; act < acts; act += 1) await department.goesOn();
  if (department.broken.length === 0) await department.ends();
  return { seed, acts: department.acts, broken: department.broken };
}
