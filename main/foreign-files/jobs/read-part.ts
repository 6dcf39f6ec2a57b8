import { partNames, type Part } from '../../exchange/part/part-content.ts';
import { readPartTexts } from '../../exchange/part/read-part-texts.ts';
import { readBoundedFile } from '../../files/read-bounded-file.ts';
import { sha256Of } from '../../files/sha256.ts';
import { readPackageParts } from '../../word/reading/read-package.ts';
import type { PartRefusal } from '../../../shared/failure.ts';
import { failed, success, type Result } from '../../../shared/result.ts';

/** Bytes that a part of no bytes could unpack to. */
const unpacked = 4 << 20;

/** Reads a part off its file: what was given out to a section, or handed in by one. */
export async function readPart({ path }: { readonly path: string }): Promise<Result<Part>> {
  const refused = (why: PartRefusal, detail: string): Result<never> =>
    failed({ code: 'part-refused', path, why, detail });
  const bytes = await readBoundedFile(path);
  if (!bytes.ok) return bytes;
  const archive = await readPackageParts(bytes.value, () => true, unpacked);
  if (!archive.ok) {
    const why = archive.failure.code === 'package-too-large' ? 'too-large' : 'broken';
    return refused(why, JSON.stringify(archive.failure));
  }
  const [manifest, content] = [archive.value.get(partNames.manifest), archive.value.get(partNames.content)];
  if (manifest === undefined || content === undefined) return refused('not-part', 'entries');
  if (archive.value.size > 2) return refused('tampered', 'entries');
  const read = readPartTexts(manifest, content, sha256Of(content));
  return read.ok ? success(read.value) : refused(read.failure.why, read.failure.detail);
}
