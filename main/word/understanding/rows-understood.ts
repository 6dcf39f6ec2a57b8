import { fieldsOf, type Form } from '../../../shared/model/form.ts';
import { officeFormOf } from '../../../shared/model/forms/form-of-report.ts';
import { outlineField } from '../../../shared/model/outline-field.ts';
import type { Initiative, Report } from '../../../shared/model/report.ts';
import { failed, success, type Result } from '../../../shared/result.ts';
import { unplacedWords } from '../../../shared/words/unplaced-words.ts';
import { identify } from '../../domain/identify.ts';
import { plainName } from '../../domain/plain-name.ts';
import type { HandedInRow, HandedInTable } from '../marked/handed-in-rows.ts';
import { isOfCover } from '../marked/marked-around.ts';
import type { WordDocument } from '../reading/word-document.ts';
import { understandReport } from './understand-report.ts';
import type { UnderstandingFailure } from './understood-report.ts';

/**
 * Reads a table that somebody laid out otherwise than it was given out, as any that is typed by hand, and finds the rows of
 * `given` in it by title and section, or by what they say.
 */
export function rowsUnderstood(
  document: WordDocument,
  given: Report,
  form: Form,
  cover: readonly string[],
): Result<HandedInTable, UnderstandingFailure> {
  const understood = understandReport(document, {
    changes: 'accepted',
    fiscalYear: given.fiscalYear,
    forms: [officeFormOf(given)],
  });
  if (!understood.ok) return failed(understood.failure);
  const { draft, fields, unplaced } = understood.value;
  let made = 0;
  const { report } = identify(
    { ...draft, id: null },
    { existing: given, taken: new Set(), newIdentifier: () => `made${(made += 1)}` },
  );
  const before = new Map(given.initiatives.map((row) => [row.id, row]));
  const rows = report.initiatives.map((row): HandedInRow => {
    const old = before.get(row.id);
    const texts = Object.fromEntries(
      fieldsOf(form).flatMap(({ id }) => {
        if (!fields.includes(id)) return [];
        const [now, was] = [printed(row, id, form), old === undefined ? [] : printed(old, id, form)];
        return now.join('\n') === was.join('\n') ? [] : [[id, now] as const];
      }),
    );
    const isSame = old !== undefined && plainName(old.title) === plainName(row.title);
    const by = old === undefined ? 'new' : isSame ? 'title' : 'text';
    return { base: old?.id ?? null, by, mark: null, title: row.title, texts };
  });
  return success({
    rows,
    unplaced: unplaced
      .filter(({ text }) => !isOfCover(text, cover))
      .map(({ row, field, text, why }) => ({ row, field, text, why: unplacedWords(why) })),
  });
}

function printed(row: Initiative, field: Parameters<typeof outlineField>[1], form: Form): string[] {
  return outlineField(row, field, form)
    .map(({ text }) => text)
    .filter((text) => text !== '');
}
