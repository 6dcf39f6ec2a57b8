import { linesOf } from './pasted-table.ts';
import { readHtml } from './read-html.ts';

/** The text that a person pastes. Word's own bullets and numbers are no text, and stay behind. */
export function textOnClipboard(data: DataTransfer | null): string {
  const html = data?.getData('text/html') ?? '';
  if (!/mso-list:/i.test(html)) return data?.getData('text/plain') ?? '';
  return linesOf(readHtml(html).body)
    .map((line) => line.replace(/^・\s*/u, ''))
    .filter((line) => line !== '')
    .join('\n');
}
