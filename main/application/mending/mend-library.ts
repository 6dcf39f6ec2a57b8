import { basename } from 'node:path';
import type { DamagedPlace, Mended } from '../../../shared/contract/mending-requests.ts';
import { copyAside } from '../../backup/copy-aside.ts';
import { backupWitness } from '../../backup/backup-witness.ts';
import type { Misfit } from '../../data/hashes/check-hashes.ts';
import type { GivenBack } from '../../data/hashes/give-back.ts';
import type { Examined, Proof } from '../../data/hashes/prove-record.ts';
import type { LibraryFile } from '../../data/library-file.ts';
import { differingParts } from '../../domain/differing-parts.ts';
import type { Context } from '../context.ts';
import { newIdentifier } from '../new-identifier.ts';
import { damagedPlace } from './damaged-place.ts';

/** Runs a generator to its end while nobody asks for anything. */
export type InQuiet = <T>(work: Generator<undefined, T>) => Promise<T>;

/** Who made the steps that give something back. */
const author = 'Sengen';

/** What was left as it is when it was told last, by library; one that is not there was never told of. */
const toldLeft = new WeakMap<LibraryFile, string>();

/**
 * Looks through every record of a library, gives back what is not as it was stored where that is proved, and tells the
 * pages. Nothing is written before a copy of the library as it was found stands beside it. Rejects with LibraryDamaged, and with SqliteError where that copy can't be made.
 */
export async function mendLibrary(context: Context, library: LibraryFile, inQuiet: InQuiet): Promise<void> {
  const { session, ports } = context;
  const { care } = library;
  const found = await inQuiet(care.look());
  const examined = found.length === 0 ? [] : await examine(context, library, found, inQuiet);
  const isDue = !library.isReadOnly && !care.isCompared();
  const compared = isDue ? await inQuiet(care.compareWithLog()) : [];
  const disagreements = compared.filter(({ record: { table, key } }) => !isAmong(found, table.name, key));

  const proofs: Proof[] = [
    ...examined.flatMap(({ proof }) => (proof === null ? [] : [proof])),
    ...disagreements.flatMap(({ record, values }): Proof[] =>
      values === null ? [] : [{ what: 'record', record, values }],
    ),
  ];
  // Where they stand is asked before anything moves.
  const left: DamagedPlace[] = [
    ...examined.flatMap(({ misfit, proof }) =>
      proof === null || (library.isReadOnly && proof.what !== 'index')
        ? [damagedPlace(care, misfit.kind, misfit.key, null)]
        : [],
    ),
    ...disagreements.flatMap(({ record, values }) =>
      values === null ? [damagedPlace(care, record.table.name, record.key, null)] : [],
    ),
  ];
  const given = library.isReadOnly ? null : await give(context, library, proofs);
  if (isDue && session.library === library) care.compared(ports.now());
  if (session.library !== library) return;
  const atOpening = toldLeft.has(library) ? null : library.mended;
  const isNews = toldLeft.get(library) !== JSON.stringify(left);
  toldLeft.set(library, JSON.stringify(left));
  const back = [...(atOpening?.given ?? []), ...(given?.back ?? [])];
  const copies = [atOpening?.copy, given?.copy].flatMap((copy) => copy ?? []);
  const mended: Mended = {
    copy: back.length === 0 ? null : copies.map((copy) => basename(copy)).join('」「'),
    given: back.map((each) => givenOf(library, each)),
    left,
  };
  // What an index did not find is there again, too.
  if (given !== null && (given.back.length > 0 || proofs.some(isOfIndex)))
    ports.send('library.changed', {});
  if (mended.given.length === 0 && (mended.left.length === 0 || !isNews)) return;
  session.mended = mended;
  ports.send('library.mended', {});
}

function isAmong(found: readonly Misfit[], table: string, record: string): boolean {
  return found.some(({ kind, key }) => kind === table && key === record);
}

async function examine(
  { session }: Context,
  library: LibraryFile,
  found: readonly Misfit[],
  inQuiet: InQuiet,
): Promise<Examined[]> {
  const witness = await backupWitness(session.backups.shelf(library));
  try {
    return await inQuiet(library.care.prove(found, witness.valuesOf));
  } finally {
    witness.close();
  }
}

const isOfIndex = ({ what }: Proof): boolean => what === 'index';

async function give(
  { session, ports }: Context,
  library: LibraryFile,
  proofs: readonly Proof[],
): Promise<{ copy: string | null; back: GivenBack[] } | null> {
  if (proofs.length === 0) return null;
  // An index holds nothing of its own.
  const copy = proofs.every(isOfIndex) ? null : await copyAside(library, ports.now());
  if (session.library !== library) return null;
  const given = library.care.giveBack(proofs, newIdentifier, { author, at: ports.now() });
  if (!given.ok) {
    ports.log({ reference: newIdentifier().slice(0, 8), request: 'give back', error: given.failure });
    return null;
  }
  return { copy, back: given.value };
}

function givenOf(
  { care }: LibraryFile,
  { kind, key, column, was, is }: GivenBack,
): Mended['given'][number] {
  const [before, after] = differingParts(...shownTexts(String(was ?? ''), String(is ?? '')));
  return { place: damagedPlace(care, kind, key, column), was: before, is: after };
}

/** Lists as lines, where both can be read as such. */
function shownTexts(was: string, is: string): readonly [string, string] {
  const [one, other] = [linesOf(was), linesOf(is)];
  return one === null || other === null ? [was, is] : [one, other];
}

function linesOf(json: string): string | null {
  try {
    const list = JSON.parse(json) as unknown;
    const isTexts = Array.isArray(list) && list.every((each) => typeof each === 'string');
    return isTexts ? list.join('／') : null;
  } catch {
    return null;
  }
}
