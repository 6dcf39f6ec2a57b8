/**
 * The texts that are left of a list whose JSON is broken: all between two quotation marks, each in the words that can
 * still be told.
 */
export function textsIn(json: unknown): string[] {
  if (typeof json !== 'string') return [];
  return (
    [...json.matchAll(/"((?:[^"\\]|\\.)*)"?/gsu)]
      .map(([, inner = '']) => unescaped(inner))
      // What a text of ours never holds.
      .map((text) => text.replace(/\p{Cc}/gu, '\u{FFFD}'))
      .filter((text) => text !== '')
  );
}

function unescaped(inner: string): string {
  try {
    return JSON.parse(`"${inner}"`) as string;
  } catch {
    return inner;
  }
}
