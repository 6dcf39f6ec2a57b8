import { once } from '../../../../shared/once.ts';

/** Finds the longest of `words` that stands in a text at a place; '' for none. */
export function wordFinder(words: readonly string[]): (text: string, at: number) => string {
  const byFirst = once(() => {
    const found = new Map<string, string[]>();
    for (const word of words.toSorted((one, other) => other.length - one.length)) {
      const first = word.charAt(0);
      const same = found.get(first);
      if (same === undefined) found.set(first, [word]);
      else same.push(word);
    }
    return found;
  });
  return (text, at) =>
    byFirst()
      .get(text.charAt(at))
      ?.find((word) => text.startsWith(word, at)) ?? '';
}
