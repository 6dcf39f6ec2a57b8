/**
 * Looks over a JSON text before it is parsed.
 *
 * `JSON.parse` accepts a million nested lists, on which copying the value later fails, and takes the
 * last of two equal keys in silence. Both are found here, in one pass without recursion.
 */

/** Deepest nesting of lists and objects that is read. A report needs 7. */
export const deepestJson = 64;

/** Most values of a text that is read: a report of 20,000 rows has some 800,000. */
export const mostValues = 1_500_000;
/** Repeated keys beyond this many are not told. */
const mostRepeated = 50;

export interface JsonScan {
  readonly tooDeep: boolean;
  readonly tooMany: boolean;
  /** Keys that stand twice in one object, in order of discovery; the first fifty. */
  readonly repeatedKeys: readonly string[];
}

interface Level {
  readonly keys: Set<string> | null;
  /** True where an object expects a key next. */
  keyNext: boolean;
}

export function scanJson(text: string): JsonScan {
  const levels: Level[] = [];
  const repeatedKeys: string[] = [];
  const told = (fault: 'tooDeep' | 'tooMany' | null): JsonScan => ({
    tooDeep: fault === 'tooDeep',
    tooMany: fault === 'tooMany',
    repeatedKeys,
  });
  // Each value but the first stands behind a comma, or opens a list or an object.
  let values = 1;
  for (let at = 0; at < text.length; at += 1) {
    const character = text.charCodeAt(at);
    const level = levels.at(-1);
    if (character === quote) {
      const end = endOfString(text, at);
      if (level?.keys && level.keyNext) {
        const key = text.slice(at + 1, end);
        if (level.keys.has(key) && repeatedKeys.length < mostRepeated) repeatedKeys.push(key);
        level.keys.add(key);
        level.keyNext = false;
      }
      at = end;
    } else if (character === brace || character === bracket) {
      if (levels.length >= deepestJson) return told('tooDeep');
      levels.push({ keys: character === brace ? new Set() : null, keyNext: character === brace });
      if ((values += 1) > mostValues) return told('tooMany');
    } else if (character === braceEnd || character === bracketEnd) {
      levels.pop();
    } else if (character === comma) {
      if (level?.keys) level.keyNext = true;
      if ((values += 1) > mostValues) return told('tooMany');
    }
  }
  return told(null);
}

const [quote, comma, brace, braceEnd, bracket, bracketEnd] = [...'",{}[]'].map((sign) =>
  sign.charCodeAt(0),
) as [number, number, number, number, number, number];

function endOfString(text: string, start: number): number {
  for (let at = start + 1; at < text.length; at += 1) {
    if (text[at] === '\\') at += 1;
    else if (text[at] === '"') return at;
  }
  return text.length;
}
