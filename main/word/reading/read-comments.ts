import { success, type Result } from '../../../shared/result.ts';
import { isOn } from './on-off.ts';
import { readStories } from './read-stories.ts';
import { readXml } from './read-xml.ts';
import type { StorySurroundings } from './story.ts';
import type { Block, WordComment } from './word-document.ts';
import type { WordFailure } from './word-failure.ts';
import type { XmlBudget } from './xml-budget.ts';

/** A part of the package with its name; null where the file has none. */
export type NamedPart = { readonly name: string; readonly bytes: Uint8Array } | null;

/** The comments with who answers whom, which Word keeps in a part of its own (MS-DOCX 2.5.1.1). */
export function readComments(
  comments: NamedPart,
  extended: NamedPart,
  surroundings: StorySurroundings,
): Result<readonly WordComment[], WordFailure> {
  if (comments === null) return success([]);
  const read = readStories(comments.bytes, comments.name, surroundings);
  if (!read.ok) return read;
  const threads = readThreads(extended, surroundings.budget);
  if (!threads.ok) return threads;

  const stories = read.value.stories.filter(({ element }) => element === 'w:comment');
  const byParagraph = new Map<string, string>();
  for (const { attributes, blocks } of stories) {
    const paragraph = lastParagraphId(blocks);
    if (paragraph !== null) byParagraph.set(paragraph, attributes['w:id'] ?? '');
  }
  return success(
    stories.map(({ attributes, blocks }): WordComment => {
      const thread = threads.value.get(lastParagraphId(blocks) ?? '');
      return {
        id: attributes['w:id'] ?? '',
        author: attributes['w:author'] ?? null,
        date: attributes['w:date'] ?? null,
        blocks,
        answers: thread === undefined ? null : (byParagraph.get(thread.parent) ?? null),
        resolved: thread?.resolved ?? false,
      };
    }),
  );
}

interface Thread {
  readonly parent: string;
  readonly resolved: boolean;
}

/** Threads by the identifier of the last paragraph of their comment. */
function readThreads(extended: NamedPart, budget: XmlBudget): Result<Map<string, Thread>, WordFailure> {
  const threads = new Map<string, Thread>();
  if (extended === null) return success(threads);
  const read = readXml(
    extended.bytes,
    extended.name,
    {
      open: (element, attributes) => {
        if (element !== 'w15:commentEx') return;
        threads.set(attributes['w15:paraId'] ?? '', {
          parent: attributes['w15:paraIdParent'] ?? '',
          resolved: isOn(attributes['w15:done'] ?? '0'),
        });
      },
      close: () => {},
      text: () => {},
    },
    budget,
  );
  return read.ok ? success(threads) : read;
}

function lastParagraphId(blocks: readonly Block[]): string | null {
  const last = blocks.findLast((block) => block.kind === 'paragraph');
  return last?.kind === 'paragraph' ? last.id : null;
}
