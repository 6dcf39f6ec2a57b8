import { marksIn, searchWords, type Mark } from '../../../shared/model/search-text.ts';
import type { HelpBlock, HelpTopic } from '../../words/help-blocks.ts';

/** A line of the manual, with the places of what was looked for. */
export interface ManualLine {
  readonly text: string;
  readonly marks: readonly Mark[];
}

/** A piece of a topic as it is shown: running text has one line, steps and points have several. */
export interface ManualBlock {
  readonly kind: HelpBlock['kind'];
  readonly lines: readonly ManualLine[];
}

export interface ManualTopic {
  readonly id: string;
  readonly heading: ManualLine;
  readonly blocks: readonly ManualBlock[];
}

/**
 * The manual as it is shown for a query: without one all of it; else the topics in which every word stands,
 * with the lines that hold one of them (all lines, where the words stand in the heading alone).
 */
export function searchManual(topics: readonly HelpTopic[], query: string): readonly ManualTopic[] {
  const words = searchWords(query);
  const marked = (text: string): ManualLine => ({ text, marks: marksIn(text, words) });
  const whole = topics.map(({ id, heading, blocks }): ManualTopic => ({
    id,
    heading: marked(heading),
    blocks: blocks.map((block) => ({ kind: block.kind, lines: linesOf(block).map(marked) })),
  }));
  if (words.length === 0) return whole;
  return whole
    .filter((topic) =>
      words.every((word) => textsOf(topic).some((text) => marksIn(text, [word]).length > 0)),
    )
    .map((topic) => {
      const blocks = topic.blocks.flatMap((block) => {
        const lines = block.lines.filter(({ marks }) => marks.length > 0);
        return lines.length === 0 ? [] : [{ ...block, lines }];
      });
      return blocks.length === 0 ? topic : { ...topic, blocks };
    });
}

function linesOf(block: HelpBlock): readonly string[] {
  return 'text' in block ? [block.text] : block.items;
}

function textsOf({ heading, blocks }: ManualTopic): string[] {
  return [heading.text, ...blocks.flatMap(({ lines }) => lines.map(({ text }) => text))];
}
