import { failed, success, type Result } from '../../../../shared/result.ts';
import type { Block } from '../word-document.ts';
import type { WordFailure } from '../word-failure.ts';
import type { XmlBudget } from '../xml-budget.ts';
import { HtmlBlocks } from './open-html.ts';
import { unescaped } from './html-entities.ts';

/** Elements of which nothing is read, up to their end. */
const skipped = /^(?:script|style|head|title|template|noscript)$/;

/**
 * The paragraphs and tables of a page of HTML, as a browser would show them: in one pass, whatever its tags
 * look like. Nothing is loaded, nothing is run.
 */
export function htmlBlocks(
  html: string,
  part: string,
  budget: XmlBudget,
): Result<readonly Block[], WordFailure> {
  const blocks = new HtmlBlocks();
  const tooLarge = (what: 'elements' | 'text'): Result<never, WordFailure> =>
    failed({ code: 'xml-too-large', part, what, limit: budget.limitOf(what) });
  for (let at = 0; at < html.length;) {
    const start = html.indexOf('<', at);
    const text = html.slice(at, start < 0 ? html.length : start);
    if (budget.exceeds('text', text.length)) return tooLarge('text');
    if (text !== '') blocks.text(unescaped(text));
    if (start < 0) break;
    if (html.startsWith('<!--', start)) {
      at = endOf(html, '-->', start);
      continue;
    }
    const end = endOf(html, '>', start);
    const [, close = '', name = ''] = /^<(\/?)([a-zA-Z][\w:-]*)/.exec(html.slice(start, start + 80)) ?? [];
    at = end;
    if (name === '') continue;
    if (budget.exceeds('elements', 1)) return tooLarge('elements');
    const element = name.toLowerCase();
    if (close !== '') blocks.close(element);
    else if (skipped.test(element)) at = endOfElement(html, element, end);
    else blocks.open(element, html.slice(start, Math.min(end, start + 2_000)));
  }
  return success(blocks.value());
}

/** Behind the next `sign`; the text's end where there is none. */
function endOf(html: string, sign: string, from: number): number {
  const at = html.indexOf(sign, from);
  return at < 0 ? html.length : at + sign.length;
}

function endOfElement(html: string, name: string, from: number): number {
  const pattern = new RegExp(`</${name}`, 'gi');
  pattern.lastIndex = from;
  const found = pattern.exec(html);
  return found === null ? html.length : endOf(html, '>', found.index);
}
