import { success, type Result } from '../../../shared/result.ts';
import { isOn } from './on-off.ts';
import { readStories } from './read-stories.ts';
import { readXml, type XmlListener } from './read-xml.ts';
import { timeOf, utcTime } from './word-time.ts';
import type { StorySurroundings } from './story.ts';
import type { Block, WordComment } from './word-document.ts';
import type { WordFailure } from './word-failure.ts';
import type { XmlBudget } from './xml-budget.ts';

/** A part of the package with its name; null where the file has none. */
export type NamedPart = { readonly name: string; readonly bytes: Uint8Array } | null;

/** What Word says of comments in parts of its own: who answers whom, and when each was truly made (MS-DOCX 2.5). */
export interface CommentParts {
  readonly extended: NamedPart;
  readonly ids: NamedPart;
  readonly extensible: NamedPart;
}

/** The comments with who answers whom. */
export function readComments(
  comments: NamedPart,
  parts: CommentParts,
  surroundings: StorySurroundings,
): Result<readonly WordComment[], WordFailure> {
  if (comments === null) return success([]);
  const read = readStories(comments.bytes, comments.name, surroundings);
  if (!read.ok) return read;
  const threads = readThreads(parts.extended, surroundings.budget);
  if (!threads.ok) return threads;
  const times = readTimes(parts, surroundings.budget);
  if (!times.ok) return times;

  const stories = read.value.stories.filter(({ element }) => element === 'w:comment');
  const byParagraph = new Map<string, string>();
  for (const { attributes, blocks } of stories) {
    const paragraph = lastParagraphId(blocks);
    if (paragraph !== null) byParagraph.set(paragraph, attributes['w:id'] ?? '');
  }
  return success(
    stories.map(({ attributes, blocks }): WordComment => {
      const paragraph = lastParagraphId(blocks) ?? '';
      const thread = threads.value.get(paragraph);
      return {
        id: attributes['w:id'] ?? '',
        author: attributes['w:author'] ?? null,
        date: times.value.get(paragraph) ?? timeOf(attributes),
        stamp: attributes['w:date'] ?? null,
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

/** When comments were made, by the identifier of their last paragraph: a durable identifier leads from one part to the other. */
function readTimes(
  { ids, extensible }: CommentParts,
  budget: XmlBudget,
): Result<ReadonlyMap<string, string>, WordFailure> {
  const times = new Map<string, string>();
  const paragraphs = new Map<string, string>();
  const listen = (part: NamedPart, open: XmlListener['open']): Result<void, WordFailure> =>
    part === null
      ? success(undefined)
      : readXml(part.bytes, part.name, { open, close: () => {}, text: () => {} }, budget);
  const identified = listen(ids, (element, attributes) => {
    if (element !== 'w16cid:commentId') return;
    paragraphs.set(attributes['w16cid:durableId'] ?? '', attributes['w16cid:paraId'] ?? '');
  });
  if (!identified.ok) return identified;
  const timed = listen(extensible, (element, attributes) => {
    if (element !== 'w16cex:commentExtensible') return;
    const paragraph = paragraphs.get(attributes['w16cex:durableId'] ?? '');
    const time = utcTime(attributes['w16cex:dateUtc'] ?? '');
    if (paragraph !== undefined && time !== null) times.set(paragraph, time);
  });
  return timed.ok ? success(times) : timed;
}

function lastParagraphId(blocks: readonly Block[]): string | null {
  const last = blocks.findLast((block) => block.kind === 'paragraph');
  return last?.kind === 'paragraph' ? last.id : null;
}
