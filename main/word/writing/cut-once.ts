export function replaceOnce(text: string, found: string, replacement: string): string {
  const [before, after] = cutOnce(text, found);
  return before + replacement + after;
}

/** `text` before and after the one place where `mark` stands. */
export function cutOnce(text: string, mark: string): [string, string] {
  const pieces = text.split(mark);
  const [before, after] = pieces;
  if (before === undefined || after === undefined || pieces.length !== 2) {
    throw new Error(`"${mark}" stands ${pieces.length - 1} times in what the library wrote`);
  }
  return [before, after];
}
