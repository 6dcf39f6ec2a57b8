/**
 * Line breaks inside `w:t` come from a tool that indents its XML; they are no text. Where the file asks
 * that space be kept (`keepsSpace`), Word shows each as a space.
 */
export function withoutLayout(text: string, keepsSpace: boolean): string {
  if (!/[\t\n\r]/.test(text)) return text;
  if (keepsSpace) return text.replace(/\r\n|[\t\n\r]/g, ' ');
  const start = text.trimStart();
  const end = start.trimEnd();
  const before = text.slice(0, text.length - start.length);
  const after = start.slice(end.length);
  const kept = (/[\n\r]/.test(before) ? '' : before) + end + (/[\n\r]/.test(after) ? '' : after);
  return kept.replace(/[\t\n\r]+/g, ' ');
}
