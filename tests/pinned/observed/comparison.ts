import type { ComparedWith } from '../../../shared/contract/comparison-requests.ts';
import { formNames, type FormName } from '../../../shared/model/form.ts';
import type { RowDifference } from '../../../shared/model/outline-difference.ts';
import type { TextPiece } from '../../../shared/model/text-difference.ts';
import { must } from '../../support/must.ts';
import { firstWith, type PinnedLibrary } from '../pinned-library.ts';

/** What a report can be held against in a pinned library: last year's, a step, and the signed revision. */
export function everyComparison(version: number): readonly ComparedWith[] {
  return [
    { kind: 'last-year' },
    { kind: 'step', sequence: 20 },
    ...(version < firstWith.signed ? [] : [{ kind: 'revision', revision: 1 } as const]),
  ];
}

/** Every comparison in both documents, as lines: `[-gone-]`, `{+come+}`. */
export async function comparisons(library: PinnedLibrary): Promise<Record<string, string[]>> {
  const all: Record<string, string[]> = {};
  for (const against of everyComparison(library.version)) {
    for (const form of formNames) all[`${against.kind} ${form}`] = await linesOf(library, against, form);
  }
  return all;
}

async function linesOf(
  { application, report }: PinnedLibrary,
  against: ComparedWith,
  form: FormName,
): Promise<string[]> {
  const { before, after, difference } = must(
    await application.call('comparisons.show', { report, against, form }),
  );
  const { title, headLine, rows } = difference;
  return [`${before} → ${after}`, said(title), said(headLine), ...rows.flatMap(rowLines)];
}

function rowLines({ id, kind, moved, pageBreakBefore, cells }: RowDifference): string[] {
  return [
    `${id} ${kind}${moved ? ' moved' : ''}${pageBreakBefore ? ' page' : ''}`,
    ...cells.flatMap(({ parts }) =>
      parts.flatMap(({ field, paragraphs }) =>
        paragraphs
          .filter((paragraph) => paragraph.kind !== 'same')
          .map(({ look, pieces }) => `  ${field} ${look} ${said(pieces)}`),
      ),
    ),
  ];
}

function said(pieces: readonly TextPiece[]): string {
  return pieces
    .map(({ kind, text }) => (kind === 'same' ? text : kind === 'removed' ? `[-${text}-]` : `{+${text}+}`))
    .join('');
}
