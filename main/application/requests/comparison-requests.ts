import { exportFileName } from '../../domain/file-name.ts';
import { writeFileAtomically } from '../../files/write-file-atomically.ts';
import { writeComparison } from '../../word/writing/write-comparison.ts';
import { writeRedline } from '../../word/writing/write-redline.ts';
import { titleOf, type Form, type FormName } from '../../../shared/model/form.ts';
import { formOfReport } from '../../../shared/model/forms/form-of-report.ts';
import { outline } from '../../../shared/model/outline.ts';
import {
  outlineDifference,
  type OutlineDifference,
  type PartDifference,
  type RowDifference,
} from '../../../shared/model/outline-difference.ts';
import { success } from '../../../shared/result.ts';
import { comparisonWords } from '../../../shared/words/comparison-words.ts';
import { nameOfPart } from '../../../shared/words/field-names.ts';
import type { LibraryFile } from '../../data/library-file.ts';
import { changeReasons, type ChangeReasons } from '../word/change-reasons.ts';
import { comparedReports, type ComparedReports } from '../word/compared-reports.ts';
import { openedLibrary, type Context } from '../context.ts';
import type { HandlersOf } from '../handlers.ts';

/** What changed between two states of a report, on screen and as Word files. */
export const comparisonRequests: HandlersOf<'comparisons.show' | 'comparisons.export'> = {
  'comparisons.show': ({ report, against, form }, context) => {
    const library = openedLibrary(context);
    if (!library.ok) return library;
    const compared = comparedReports(library.value, report, against);
    if (!compared.ok) return compared;
    return success({ ...compared.value.names, difference: differenceOf(compared.value, form) });
  },

  'comparisons.export': async ({ report, against, form, as }, context) => {
    const library = openedLibrary(context);
    if (!library.ok) return library;
    const compared = comparedReports(library.value, report, against);
    if (!compared.ok) return compared;
    const { after } = compared.value;
    const revision = library.value.reports.summary(report)?.revision ?? 1;
    const title = `${titleOf(formOfReport(after, form), after)} ${comparisonWords[as]}`;
    const chosen = await context.ports.chooseFile({
      purpose: 'export',
      mode: 'save',
      endings: ['docx'],
      suggestedName: exportFileName(
        after,
        revision,
        formOfReport(after, form),
        'docx',
        comparisonWords[as],
      ),
    });
    if (!chosen.ok) return chosen;
    const reasons = reasonsOf(library.value, compared.value, form);
    const bytes = await comparisonFile(context, compared.value, reasons, { form, as, title });
    const written = await writeFileAtomically(chosen.value, bytes);
    if (!written.ok) return written;
    context.session.writtenFiles.add(chosen.value);
    return success({ path: chosen.value });
  },
};

/** Both are laid out in the form of the later one: another form is no change of what is written. */
function differenceOf({ before, after }: ComparedReports, name: FormName): OutlineDifference {
  const form = formOfReport(after, name);
  return outlineDifference(outline(before, form), outline(after, form));
}

/** Between two years there is no revision that would say why. */
function reasonsOf(
  library: LibraryFile,
  { sequence, ...states }: ComparedReports,
  form: FormName,
): ChangeReasons {
  return sequence === null ? () => [] : changeReasons(library, { ...states, sequence }, form);
}

function comparisonFile(
  { ports }: Context,
  compared: ComparedReports,
  reasons: ChangeReasons,
  { form: formName, as, title }: { form: FormName; as: 'redline' | 'table'; title: string },
): Promise<Uint8Array> {
  const { after, names } = compared;
  const form = formOfReport(after, formName);
  const difference = differenceOf(compared, formName);
  const author = after.municipality + after.department;
  if (as === 'redline') {
    return writeRedline(difference, form, { author, at: ports.now().toISOString(), title });
  }
  return writeComparison(difference, form, {
    title,
    author,
    headings: {
      after: `${comparisonWords.after}（${names.after}）`,
      before: `${comparisonWords.before}（${names.before}）`,
      remarks: comparisonWords.remarks,
    },
    remarks: (row, field) => reasons(row.id, field),
    placeName: placeNames(compared, form),
    absent: { before: comparisonWords.added, after: comparisonWords.removed },
  });
}

/** Names a place by the row's number and title as they are now; a row that went has only its title. */
function placeNames({ before, after }: ComparedReports, form: Form) {
  const numbers = new Map(after.initiatives.map(({ id }, index) => [id, index + 1]));
  const titles = new Map([...before.initiatives, ...after.initiatives].map(({ id, title }) => [id, title]));
  return (row: RowDifference, part: PartDifference): string =>
    comparisonWords.place(
      row.kind === 'removed' ? null : (numbers.get(row.id) ?? null),
      titles.get(row.id) ?? '',
      nameOfPart(form, part),
    );
}
