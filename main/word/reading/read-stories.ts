import { success, type Result } from '../../../shared/result.ts';
import { readXml } from './read-xml.ts';
import type { Stories, StorySurroundings } from './story.ts';
import { StoryReader } from './story-reader.ts';
import type { WordFailure } from './word-failure.ts';

/** Reads the texts of a part: its body, or each of its notes or comments. */
export function readStories(
  bytes: Uint8Array,
  part: string,
  { budget, ...surroundings }: StorySurroundings,
): Result<Stories, WordFailure> {
  const reader = new StoryReader(surroundings);
  const read = readXml(bytes, part, reader, budget);
  return read.ok ? success(reader.stories()) : read;
}
