/** A table, index or trigger of the full-text index, by its name; FTS5's own tables are among them. */
export function isOfSearch(name: string): boolean {
  return /^search_(index|rows|queue|version)(_|$)/u.test(name);
}
