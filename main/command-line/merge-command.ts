import { basename, resolve } from 'node:path';
import type { RequestOutput } from '../../shared/contract/requests.ts';
import { success, type Result } from '../../shared/result.ts';
import { failureSentences } from '../../shared/words/failure-sentences.ts';
import { nameOfField } from '../../shared/words/field-names.ts';
import { mergePlaceWords } from '../../shared/words/merge-place-words.ts';
import type { Command } from './command.ts';
import type { CommandApplication } from './open-application.ts';
import { exitCodes, sayFailure, type Terminal } from './terminal.ts';
import { oneLine, placeWords } from './verify-command.ts';
import { withLibrary } from './with-library.ts';

type TakenIn = RequestOutput<'parts.takeIn'>;

export const mergeCommand: Command = {
  usage: 'sengen merge FILE.sengen PART.{sengen-part,docx} [PART…] [--by-title] [--json]',
  purpose:
    '課から提出されたファイルを取り込みます。食い違う所は元の文のまま残し、どちらの文も記録します。目印を失った Word ファイルは、--by-title を付けると取組名で見分けて取り込みます。',
  shape: {
    words: ['FILE.sengen', 'PART'],
    lastRepeats: true,
    flags: ['by-title'],
    json: true,
  },

  run({ words: [library, ...names], flags, json }, terminal) {
    const byTitle = flags.has('by-title');
    const files: { 'take-part'?: string } = {};
    return withLibrary(
      library,
      files,
      terminal,
      async (application) => {
        const taken: TakenIn[] = [];
        const unplaced: ({ file: string } & TakenIn['unplaced'][number])[] = [];
        const refused: { file: string; why: string }[] = [];
        for (const name of names) {
          files['take-part'] = resolve(name);
          const one = await application.call('parts.takeIn', { byTitle });
          if (one.ok) {
            taken.push(one.value);
            unplaced.push(...one.value.unplaced.map((text) => ({ file: name, ...text })));
            say(terminal, name, one.value);
          } else {
            if (one.failure.code === 'rows-by-title') await sayRows(application, terminal);
            sayFailure(terminal, one.failure);
            const { happened, next } = failureSentences(one.failure);
            refused.push({ file: name, why: `${happened}${next}` });
          }
        }
        const listed = await openConflicts(application, taken);
        if (!listed.ok) return sayFailure(terminal, listed.failure);
        const conflicts = listed.value;
        if (json) {
          const merged = unique(taken.flatMap((one) => one.merged));
          terminal.output(JSON.stringify({ merged, conflicts, refused, unplaced }));
        } else for (const conflict of conflicts) sayConflict(terminal, conflict);
        if (refused.length > 0) return exitCodes.refused;
        return conflicts.length > 0 ? exitCodes.findings : exitCodes.done;
      },
      { backUp: true },
    );
  },
};

interface ToldConflict {
  readonly row: number | null;
  readonly field: string;
  readonly base: string | null;
  readonly ours: string | null;
  readonly theirs: string | null;
  /** What the field is called. */
  readonly name: string;
  readonly section: string;
  readonly by: string;
}

/** What is not settled of the sections whose hand-ins were taken in: a record for each text of the others. */
async function openConflicts(
  application: CommandApplication,
  taken: readonly TakenIn[],
): Promise<Result<readonly ToldConflict[]>> {
  const told: ToldConflict[] = [];
  for (const [report, ofReport] of Map.groupBy(taken, (one) => one.report)) {
    const listed = await application.call('conflicts.list', { report });
    if (!listed.ok) return listed;
    const sections = new Set(ofReport.map(({ section }) => section));
    for (const { row, field, base, ours, theirs, name, section, by } of listed.value) {
      if (!sections.has(section)) continue;
      for (const text of theirs) told.push({ row, field, base, ours, theirs: text, name, section, by });
    }
  }
  return success(told);
}

function say(
  terminal: Terminal,
  name: string,
  { section, by, known, merged, conflicts, unplaced }: TakenIn,
): void {
  const whose = `${basename(name)}（${section}${by === '' ? '' : `、${by}`}）`;
  if (known) terminal.messages(`${whose}: 前に取り込んだ提出です。何も変更していません。`);
  else if (merged.length === 0) terminal.messages(`${whose}: 取り込みました。変わった所はありません。`);
  else terminal.messages(`${whose}: ${merged.length}か所を取り込みました。`);
  if (conflicts.length > 0) {
    terminal.messages(
      `食い違いが${conflicts.length}か所あります。元の文を残し、提出された文も記録しました。`,
    );
  }
  for (const { row, field } of merged) terminal.messages(`  取り込み: ${placeName(row, field)}`);
  sayUnplaced(terminal, unplaced);
}

/** How the rows of a Word file that lost its marks would be taken in. */
async function sayRows(application: CommandApplication, terminal: Terminal): Promise<void> {
  const looked = await application.call('parts.look', {});
  if (!looked.ok || looked.value.word === null) return;
  const { rows, gone, unplaced } = looked.value.word;
  for (const { place, title, row } of rows) {
    terminal.messages(
      `  表の${place}行目「${oneLine(title)}」: ${row === null ? '新しい取組' : `${row}番として`}取り込みます`,
    );
  }
  for (const { row, title } of gone)
    terminal.messages(`  ${row}番「${oneLine(title)}」: 表にないため削除します`);
  sayUnplaced(terminal, unplaced);
  terminal.messages('  このとおりでよければ、--by-title を付けてもう一度実行してください。');
}

function sayUnplaced(terminal: Terminal, unplaced: TakenIn['unplaced']): void {
  for (const { row, field, text, why } of unplaced) {
    const place = placeWords(row, field);
    terminal.messages(`  注意: 取り込めない箇所: ${place} ${oneLine(text)}（${why}）`);
  }
}

function sayConflict(terminal: Terminal, { row, name, base, ours, theirs }: ToldConflict): void {
  const text = (value: string | null): string => (value === null ? '（なし）' : oneLine(value));
  const place = row === null ? name : `${row}番 ${name}`;
  terminal.output(
    `食い違い: ${place}\n  配布時: ${text(base)}\n  この報告: ${text(ours)}\n  提出: ${text(theirs)}`,
  );
}

function placeName(row: number | null, field: string): string {
  const name = nameOfField(field) ?? mergePlaceWords.place(field === 'order' ? 'rows' : field);
  return row === null ? name : `${row}番 ${name}`;
}

function unique(places: TakenIn['merged']): TakenIn['merged'] {
  return places.filter(
    ({ row, field }, at) => places.findIndex((other) => other.row === row && other.field === field) === at,
  );
}
