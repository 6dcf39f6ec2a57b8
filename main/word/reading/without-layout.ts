/** Line breaks inside `w:t` come from a tool that indents its XML; they are no text. */
export function withoutLayout(text: string): string {
  if (!/[\t\n\r]/.test(text)) return text;
  const start = text.trimStart();
  const end = start.trimEnd();
  const before = text.slice(0, text.length - start.length);
  const after = start.slice(end.length);
  const kept = (/[\n\r]/.test(before) ? '' : before) + end + (/[\n\r]/.test(after) ? '' : after);
  return kept.replace(/[\t\n\r]+/g, ' ');
}
