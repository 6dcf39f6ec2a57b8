import type { Verification } from '../../../shared/contract/sign-off-requests.ts';
import type { Form } from '../../../shared/model/form.ts';
import type { Outline } from '../../../shared/model/outline.ts';
import { markedComments } from '../marked/marked-comments.ts';
import type { MarkedAtom } from '../marked/marked-atom.ts';
import { fieldOfKey, type PartKey } from '../marked/part-key.ts';
import { markedTable } from '../marked/marked-table.ts';
import { matchRows } from '../marked/match-rows.ts';
import type { Change, WordDocument } from '../reading/word-document.ts';

type Findings = Pick<Verification, 'comments' | 'changes'>;
type TrackedChange = Findings['changes'][number];

/** The comments and tracked changes of a document, with the rows and fields on which they stand. */
export function marksIn(document: WordDocument, expected: Outline, form: Form): Findings {
  const table = markedTable(document, form);
  const matched = matchRows(table.rows, expected);
  const rowOf = (place: number) => matched.find((match) => match.place === place)?.base ?? null;
  const numbers = new Map(expected.rows.map(({ id, number }) => [id, number]));
  const changes = [
    ...table.around.flatMap(({ atoms }) =>
      changesOf(atoms, null).map((change) => ({ ...change, field: null })),
    ),
    ...table.rows.flatMap(({ tracked, atoms }, place) => {
      const row = rowOf(place)?.number ?? place + 1;
      const whole = tracked.inserted ?? tracked.deleted;
      if (whole === null) return changesOf(atoms, row);
      const text = atoms.map((atom) => (atom.kind === 'end' ? '\n' : atom.text)).join('');
      return [
        changeOf(whole, tracked.inserted === null ? 'deletion' : 'insertion', { row, field: null, text }),
      ];
    }),
  ];
  return {
    // What stands in headers, notes or column headings is not told one by one, but never passed over.
    changes:
      changes.length === 0 && document.hasTrackedChanges
        ? [{ row: null, field: null, kind: 'insertion', author: null, date: null, text: '' }]
        : changes,
    comments: markedComments(document, table, rowOf).flatMap((comment) => {
      const place = {
        row: comment.initiative === null ? null : (numbers.get(comment.initiative) ?? null),
        field: comment.field,
        quote: comment.quote === '' ? null : comment.quote,
      };
      return [comment, ...comment.replies].map(({ author, date, text }) => ({
        ...place,
        author,
        date,
        text,
      }));
    }),
  };
}

/** Neighbouring pieces with the same change, in one. */
function changesOf(atoms: readonly MarkedAtom[], row: number | null): TrackedChange[] {
  const found: TrackedChange[] = [];
  for (const kind of ['insertion', 'deletion'] as const) {
    let open: { change: Change; part: PartKey; text: string } | null = null;
    const flush = (): void => {
      if (open !== null)
        found.push(changeOf(open.change, kind, { row, field: fieldOfKey(open.part), text: open.text }));
      open = null;
    };
    for (const { tracked, text, kind: what, part } of atoms) {
      const change = kind === 'insertion' ? tracked.inserted : tracked.deleted;
      const piece = what === 'end' ? '\n' : text;
      const last = open as { change: Change; part: PartKey; text: string } | null;
      if (change !== null && last?.change.author === change.author && last.part === part)
        last.text += piece;
      else {
        flush();
        if (change !== null) open = { change, part, text: piece };
      }
    }
    flush();
  }
  return found;
}

function changeOf(
  { author, date }: Change,
  kind: TrackedChange['kind'],
  place: Pick<TrackedChange, 'row' | 'field' | 'text'>,
): TrackedChange {
  return { ...place, kind, author, date };
}
