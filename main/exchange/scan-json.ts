/**
 * Looks over a JSON text before it is parsed.
 *
 * `JSON.parse` accepts a million nested lists, on which copying the value later fails, and takes the
 * last of two equal keys in silence. Both are found here, in one pass without recursion.
 */

/** Deepest nesting of lists and objects that is read. A report needs 7. */
export const deepestJson = 64;

export interface JsonScan {
  readonly tooDeep: boolean;
  /** Keys that stand twice in one object, in order of discovery. */
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
  for (let at = 0; at < text.length; at += 1) {
    const character = text[at];
    const level = levels.at(-1);
    if (character === '"') {
      const end = endOfString(text, at);
      if (level?.keys && level.keyNext) {
        const key = text.slice(at + 1, end);
        if (level.keys.has(key)) repeatedKeys.push(key);
        level.keys.add(key);
        level.keyNext = false;
      }
      at = end;
    } else if (character === '{' || character === '[') {
      if (levels.length >= deepestJson) return { tooDeep: true, repeatedKeys };
      levels.push({ keys: character === '{' ? new Set() : null, keyNext: character === '{' });
    } else if (character === '}' || character === ']') {
      levels.pop();
    } else if (character === ',' && level?.keys) {
      level.keyNext = true;
    }
  }
  return { tooDeep: false, repeatedKeys };
}

function endOfString(text: string, start: number): number {
  for (let at = start + 1; at < text.length; at += 1) {
    if (text[at] === '\\') at += 1;
    else if (text[at] === '"') return at;
  }
  return text.length;
}
