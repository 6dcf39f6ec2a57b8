import { markedField } from '../reading/field-bookmark.ts';
import type { Block, WordDocument } from '../reading/word-document.ts';
import { identifierPattern } from '../../../shared/model/identifier.ts';
import { toPlainLine } from '../../../shared/model/plain-text.ts';
import { longestLine } from '../../../shared/model/report.ts';
import type { GivenOutMarks } from '../writing/word-marks.ts';

/** What a file says about where it came from; null for what it does not say. */
export interface FileMarks {
  readonly format: string | null;
  readonly report: string | null;
  readonly revision: number | null;
  readonly contentHash: string | null;
  readonly form: string | null;
  /** Of a section's rows that were given out as a Word file; null for any other. */
  readonly givenOut: GivenOutMarks | null;
  /** Rows that its bookmarks name. */
  readonly rows: readonly string[];
}

export function fileMarks({ properties, body }: WordDocument): FileMarks {
  const { custom } = properties;
  const report = custom.get('SengenReport')?.trim() ?? '';
  const revision = Number(custom.get('SengenRevision') ?? '');
  const hash = custom.get('SengenContent')?.trim() ?? '';
  const rows = new Set<string>();
  collect(body, rows);
  return {
    format: custom.get('SengenFormat')?.trim() ?? null,
    report: identifierPattern.test(report) ? report : null,
    revision: Number.isInteger(revision) && revision >= 1 ? revision : null,
    contentHash: /^[0-9a-f]{64}$/.test(hash) ? hash : null,
    form: custom.get('SengenForm')?.trim() ?? null,
    givenOut: givenOutMarks(custom),
    rows: [...rows],
  };
}

function givenOutMarks(custom: ReadonlyMap<string, string>): GivenOutMarks | null {
  const said = (name: string): string => toPlainLine(custom.get(name) ?? '').slice(0, longestLine);
  const section = said('SengenSection');
  const [, sequence, step] = /^(\d{1,9}) ([a-z0-9]{4,24})?$/.exec(custom.get('SengenStart') ?? '') ?? [];
  if (section === '' || sequence === undefined) return null;
  return {
    section,
    start: { sequence: Number(sequence), step: step ?? '' },
    deadline: said('SengenDeadline'),
    note: said('SengenNote'),
    by: said('SengenBy'),
  };
}

function collect(blocks: readonly Block[], rows: Set<string>): void {
  for (const block of blocks) {
    if (block.kind === 'text-box') collect(block.blocks, rows);
    else if (block.kind === 'table') {
      for (const { cells } of block.rows) for (const cell of cells) collect(cell.blocks, rows);
    } else {
      for (const piece of block.pieces) {
        if (piece.kind !== 'bookmark-start') continue;
        const row = markedField(piece.name)?.row;
        if (row !== undefined) rows.add(row);
      }
    }
  }
}
