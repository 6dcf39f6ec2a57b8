/**
 * The names in a field for several files, as Windows' own dialog writes them: `"一.docx" "二.docx"`.
 *
 * Without a quotation mark the whole text is one name.
 */
export function namesIn(text: string): string[] {
  if (!text.includes('"')) return text.trim() === '' ? [] : [text.trim()];
  return [...text.matchAll(/"([^"]*)"?|[^"\s]+/gu)]
    .map(([whole, quoted]) => (quoted ?? whole).trim())
    .filter((name) => name !== '');
}

export function quotedNames(names: readonly string[]): string {
  const [only] = names;
  return only !== undefined && names.length === 1 ? only : names.map((name) => `"${name}"`).join(' ');
}

/** The field's text with a name more, or without it where it stood there. */
export function toggledName(text: string, name: string): string {
  const names = namesIn(text);
  return quotedNames(names.includes(name) ? names.filter((other) => other !== name) : [...names, name]);
}
