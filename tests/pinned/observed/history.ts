import { causeWords } from '../../../renderer/words/cause-words.ts';
import { changeWords } from '../../../renderer/words/history-words.ts';
import type { HistoryEntry } from '../../../shared/contract/history-requests.ts';
import type { RowField } from '../../../shared/model/fields/built-in-fields.ts';
import { reportForm } from '../../../shared/model/forms/official-form.ts';
import { must } from '../../support/must.ts';
import type { PinnedLibrary } from '../pinned-library.ts';

const row = 'asaichi00000001';

/** The history of the report, of a row and of fields, as a person reads it. */
export async function historyLines(library: PinnedLibrary) {
  const of = (initiative: string | null, field: RowField | null) => linesOf(library, initiative, field);
  return {
    report: await of(null, null),
    row: await of(row, null),
    plan: await of(row, 'plan'),
    targets: await of(row, 'targets'),
    outcomes: await of(row, 'outcomes'),
  };
}

async function linesOf(
  { application, report }: PinnedLibrary,
  initiative: string | null,
  field: RowField | null,
): Promise<string[]> {
  const lines: string[] = [];
  let before: number | null = null;
  for (;;) {
    const page: { entries: HistoryEntry[]; more: boolean } = must(
      await application.call('history.list', { report, initiative, field, before, limit: 100 }),
    );
    lines.push(...page.entries.map(lineOf));
    before = page.entries.at(-1)?.sequence ?? null;
    if (!page.more) return lines;
  }
}

function lineOf({ sequence, at, author, kind, cause, edits, moreEdits }: HistoryEntry): string {
  const changes = edits.map((edit) => {
    const { what, before, after } = changeWords(edit, reportForm);
    return before === null && after === null ? what : `${what} ${said(before)}→${said(after)}`;
  });
  const why = cause === null ? '' : `${causeWords(cause, null)}: `;
  return `${sequence} ${at} ${author} ${kind} ${why}${changes.join(' | ')}${moreEdits === 0 ? '' : ` +${moreEdits}`}`;
}

function said(text: string | null): string {
  return text === null ? '' : `「${text.replaceAll('\n', '／')}」`;
}
