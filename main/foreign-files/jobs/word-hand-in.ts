import type { Failure } from '../../../shared/failure.ts';
import { failed, success, type Result } from '../../../shared/result.ts';
import { handedInRows, hasGivenTable, type HandedInTable } from '../../word/marked/handed-in-rows.ts';
import { rowsUnderstood } from '../../word/understanding/rows-understood.ts';
import type { GivenOut, GivingHost, WordHandIn } from '../jobs.ts';
import { openWordFile, type WordFile } from '../open-word-file.ts';
import { wordFileFacts } from '../word-file-facts.ts';

/** Reads off a Word file what a section hands in: as it was given out, or laid out otherwise since. */
export async function wordHandIn(
  { path }: { readonly path: string },
  host: GivingHost,
): Promise<Result<WordHandIn>> {
  const file = await openWordFile(path);
  if (!file.ok) return file;
  const facts = wordFileFacts(file.value);
  const given = await host.begin(facts);
  if (!given.ok) return given;
  const { lastModifiedBy: by, modified } = file.value.document.properties;
  if (given.value !== 'search') {
    const handedIn = readTable(file.value, given.value);
    return handedIn.ok ? success({ facts, by, modified, given: null, handedIn: handedIn.value }) : handedIn;
  }
  const found = await search(file.value, host);
  return found.ok ? success({ facts, by, modified, ...found.value }) : found;
}

function readTable({ path, document }: WordFile, given: GivenOut): Result<HandedInTable> {
  const { expected, form, report, cover } = given;
  if (hasGivenTable(document, expected, form))
    return success(handedInRows(document, expected, form, cover));
  const understood = rowsUnderstood(document, report, form, cover);
  return understood.ok ? understood : failed({ ...understood.failure, path } satisfies Failure);
}

/** That of which most rows are found by their marks or their title; the latest of those. Half of them have to be. */
async function search(
  file: WordFile,
  host: GivingHost,
): Promise<Result<Pick<WordHandIn, 'given' | 'handedIn'>>> {
  let best: { readonly given: number; readonly handedIn: HandedInTable; readonly found: number } | null =
    null;
  let refusal: Failure = { code: 'part-refused', path: file.path, why: 'unknown-base', detail: 'no rows' };
  for (let at = 0; ; at += 1) {
    const given = await host.given(at);
    if (given === null) break;
    if (given === 'unknown') continue;
    const read = readTable(file, given);
    if (!read.ok) {
      refusal = read.failure;
      continue;
    }
    const found = read.value.rows.filter(({ by }) => by === 'marks' || by === 'title').length;
    const least = Math.min(read.value.rows.length, given.expected.rows.length);
    if (found > 0 && found * 2 >= least && found > (best?.found ?? 0))
      best = { given: at, handedIn: read.value, found };
  }
  return best === null ? failed(refusal) : success({ given: best.given, handedIn: best.handedIn });
}
