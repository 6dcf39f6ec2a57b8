/**
 * How many kills, random runs or hostile files: some by `npm test`, all of them by `npm run test:long`.
 *
 * Some are enough to see a promise broken by a change; the rare case is looked for by the long run.
 */
export function howMany({ usual, long }: { readonly usual: number; readonly long: number }): number {
  return process.env['SENGEN_LONG'] === '1' ? long : usual;
}
