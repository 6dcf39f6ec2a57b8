/** Finds the longest of `words` that stands in a text at a place; '' for none. */
export function wordFinder(words: readonly string[]): (text: string, at: number) => string {
  const byFirst = new Map<string, string[]>();
  for (const word of words.toSorted((one, other) => other.length - one.length)) {
    const first = word.charAt(0);
    byFirst.set(first, [...(byFirst.get(first) ?? []), word]);
  }
  return (text, at) => byFirst.get(text.charAt(at))?.find((word) => text.startsWith(word, at)) ?? '';
}
