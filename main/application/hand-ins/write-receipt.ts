import { safeFileStem } from '../../domain/file-name.ts';
import type { StoredHandIn } from '../../data/hand-ins/hand-in-store.ts';
import type { LibraryFile } from '../../data/library-file.ts';
import { writeFileAtomically } from '../../files/write-file-atomically.ts';
import { documentArchive } from '../../word/writing/document-archive.ts';
import { linesXml } from '../../word/writing/lines-xml.ts';
import { runXml } from '../../word/writing/paragraph-xml.ts';
import { missingParts } from '../../../shared/model/completeness.ts';
import type { Form } from '../../../shared/model/form.ts';
import { formOfReport } from '../../../shared/model/forms/form-of-report.ts';
import { isRowField } from '../../../shared/model/fields/built-in-fields.ts';
import { sheetOf } from '../../../shared/model/merging/sheet.ts';
import { differingPlaces } from '../../../shared/model/merging/take-in.ts';
import type { Report } from '../../../shared/model/report.ts';
import { writingStageOf } from '../../../shared/model/stage.ts';
import { failed, success, type Result } from '../../../shared/result.ts';
import { nameOnForm } from '../../../shared/words/field-names.ts';
import { mergePlaceWords } from '../../../shared/words/merge-place-words.ts';
import { missingWords } from '../../../shared/words/missing-words.ts';
import { receiptLines, type Receipt } from '../../../shared/words/receipt-words.ts';
import { openedLibrary, type Context } from '../context.ts';
import { namedPlaces, tellConflicts } from './tell-conflicts.ts';

/** Asks where, and writes the receipt of what a section handed in last and was taken in. */
export async function writeReceipt(
  context: Context,
  report: string,
  section: string,
): Promise<Result<{ readonly path: string }>> {
  const library = openedLibrary(context);
  if (!library.ok) return library;
  const stored = library.value.reports.read(report);
  if (!stored.ok) return stored;
  const handIn = library.value.handIns.taken(report).findLast((one) => one.section === section);
  if (handIn === undefined) return failed({ code: 'nothing-handed-in', report, section });
  const now = stored.value.report;
  const form = formOfReport(now, writingStageOf(now.stage, now.initiatives));
  const receipt = receiptOf(library.value, now, form, handIn, context.ports.now());
  const author = now.municipality + now.department;
  const bytes = await documentArchive(
    { ...form, page: upright },
    {
      title: '受領書',
      author,
      titleRuns: runXml('受領書'),
      headLineRuns: runXml(`${author} 取りまとめ担当`),
      table: linesXml(receiptLines(receipt)),
    },
  );
  const chosen = await context.ports.chooseFile({
    purpose: 'export',
    mode: 'save',
    endings: ['docx'],
    suggestedName: `${safeFileStem(`受領書_${now.yearLabel}_${section.slice(0, 30)}_${handIn.hash.slice(0, 8)}`)}.docx`,
  });
  if (!chosen.ok) return chosen;
  const written = await writeFileAtomically(chosen.value, bytes);
  if (!written.ok) return written;
  context.session.writtenFiles.add(chosen.value);
  return success({ path: chosen.value });
}

/** A letter's page: A4 upright, in millimetres. */
const upright: Form['page'] = {
  width: 210,
  height: 297,
  margin: { top: 25, right: 25, bottom: 20, left: 25 },
};

function receiptOf(library: LibraryFile, now: Report, form: Form, handIn: StoredHandIn, at: Date): Receipt {
  const { section, by, fileName, revision, hash, note } = handIn;
  const numbered = (row: number | null, name: string): string =>
    row === null ? name : `No.${row} ${name}`;
  const nameOf = (field: string): string =>
    isRowField(field) ? nameOnForm(form, field) : mergePlaceWords.place(field === 'order' ? 'rows' : field);
  const open = library.handIns.open(now.id).filter((conflict) => conflict.section === section);
  return {
    ...{ yearLabel: now.yearLabel, document: form.label, section, by, fileName, revision, hash, note },
    handedInAt: stampOf(new Date(handIn.at)),
    writtenAt: dayOf(at),
    taken: placesTaken(library, now, handIn).map(({ row, field }) => numbered(row, nameOf(field))),
    conflicts: tellConflicts(open, now).map(({ row, name }) => numbered(row, name)),
    missing: now.initiatives.flatMap((row, index) =>
      row.section === section
        ? missingParts(row, form).map((part) => numbered(index + 1, missingWords(part, form)))
        : [],
    ),
  };
}

/** What the step said otherwise that took it in. */
function placesTaken(
  { handIns, past }: LibraryFile,
  now: Report,
  { step, sequence }: StoredHandIn,
): { readonly row: number | null; readonly field: string }[] {
  const at = handIns.steps(now.id).indexOf(step);
  const [before, after] = [past.at(now.id, sequence), at < 0 ? null : past.at(now.id, at + 1)];
  if (before === null || after === null) return [];
  return namedPlaces(
    differingPlaces(sheetOf(before.initiatives), sheetOf(after.initiatives)),
    before,
    after,
  );
}

/** 令和8年4月28日 */
function dayOf(at: Date): string {
  return new Intl.DateTimeFormat('ja-JP-u-ca-japanese', { dateStyle: 'long' }).format(at);
}

/** 令和8年4月28日 17時05分 */
function stampOf(at: Date): string {
  const minutes = String(at.getMinutes()).padStart(2, '0');
  return Number.isNaN(at.getTime()) ? '' : `${dayOf(at)} ${at.getHours()}時${minutes}分`;
}
