import { noHost } from '../../foreign-files/jobs.ts';
import type { Part } from '../../exchange/part/part-content.ts';
import { failed, success, type Result } from '../../../shared/result.ts';
import type { Context } from '../context.ts';
import { wantedFile } from '../word/wanted-file.ts';

/** A part and the file that it was read from. */
export interface PartInFile {
  readonly path: string;
  readonly part: Part;
}

/** The part of a request: the one that was looked at, the one that was dropped, else the person is asked. */
export async function wantedPart(
  context: Context,
  { part, dropped }: { readonly part?: string | undefined; readonly dropped?: string | undefined },
): Promise<Result<PartInFile>> {
  if (part !== undefined) {
    const looked = context.session.parts.get(part);
    return looked === undefined ? failed({ code: 'dropped-file-forgotten' }) : success(looked);
  }
  const chosen = await wantedFile(context, dropped, { purpose: 'take-part', endings: ['sengen-part'] });
  return chosen.ok ? readPart(context, chosen.value) : chosen;
}

export async function readPart(context: Context, path: string): Promise<Result<PartInFile>> {
  const part = await context.reader.run('read-part', { path }, noHost);
  return part.ok ? success({ path, part: part.value }) : part;
}
