import type { Attachment } from 'svelte/attachments';
import type { Severity } from '../../shared/model/checks/finding.ts';
import { marksNow, type BoxMark, type BoxMarks } from './box-marks.ts';

/** A mark as it stands on the page. */
export interface DrawnMark extends BoxMark {
  readonly range: Range;
}

/** What is marked in each text box now, by the box's identifier. */
export const drawnMarks = new Map<string, readonly DrawnMark[]>();

/** Names of the highlights (styles/marks.css). */
const highlightOf: Readonly<Record<Severity, string>> = {
  error: 'finding-error',
  warning: 'finding-warning',
  hint: 'finding-hint',
};

/**
 * Marks words of a text box in what lies behind it and says the same text, a line an element. Nothing is written into either:
 * the browser paints the marks (CSS Custom Highlight API), so that no line moves and an input method is not disturbed.
 *
 * `text` is what the box says at this moment.
 */
export function marking(
  id: () => string,
  text: () => string,
  marks: () => BoxMarks | null,
): Attachment<HTMLElement> {
  return (mirror) => {
    $effect(() => {
      const [box, found] = [id(), marks()];
      const now = text();
      if (found === null) return;
      const drawn = marksNow(found, now).flatMap((mark): DrawnMark[] => {
        const range = rangeOf(mirror, now, mark);
        return range === null ? [] : [{ ...mark, range }];
      });
      if (drawn.length === 0) return;
      for (const { range, finding } of drawn) highlight(finding.severity)?.add(range);
      drawnMarks.set(box, drawn);
      return () => {
        for (const { range, finding } of drawn) highlight(finding.severity)?.delete(range);
        if (drawnMarks.get(box) === drawn) drawnMarks.delete(box);
      };
    });
  };
}

/** Null in a browser that paints none. */
function highlight(severity: Severity): Highlight | null {
  // Firefox before 140 has none.
  const registry = (CSS as { readonly highlights?: HighlightRegistry }).highlights;
  if (registry === undefined) return null;
  const name = highlightOf[severity];
  const known = registry.get(name);
  if (known !== undefined) return known;
  const made = new Highlight();
  registry.set(name, made);
  return made;
}

/** Null where what lies behind does not say the text. */
function rangeOf(mirror: HTMLElement, text: string, { span: [start, end] }: BoxMark): Range | null {
  const before = text.slice(0, start);
  const from = before.lastIndexOf('\n') + 1;
  const node = mirror.children[before.split('\n').length - 1]?.firstChild;
  if (!(node instanceof Text) || end - from > node.length) return null;
  const range = mirror.ownerDocument.createRange();
  range.setStart(node, start - from);
  range.setEnd(node, end - from);
  return range;
}
