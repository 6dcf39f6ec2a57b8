/** Whether this is `npm run test:long`. */
export const isLongRun = process.env['SENGEN_LONG'] === '1';

/**
 * How many kills, random runs or hostile files: some by `npm test`, all of them by `npm run test:long`.
 *
 * Some are enough to see a promise broken by a change; the rare case is looked for by the long run.
 */
export function howMany({ usual, long }: { readonly usual: number; readonly long: number }): number {
  return isLongRun ? long : usual;
}
