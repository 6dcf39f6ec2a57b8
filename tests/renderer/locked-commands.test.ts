import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { changing } from '../../renderer/state/commands/changing.ts';
import { Commands, type Command } from '../../renderer/state/commands/commands.ts';
import { entryOf } from '../../renderer/state/commands/palette-entries.ts';
import { findCommands } from '../../renderer/state/commands/find-commands.ts';
import { phraseCommands } from '../../renderer/state/commands/phrase-commands.ts';
import { reportCommands } from '../../renderer/state/commands/report-commands.ts';
import { stageCommands } from '../../renderer/state/commands/stage-commands.ts';
import { lockOf } from '../../renderer/state/editing/field-lock.ts';
import type { ReportEditor } from '../../renderer/state/editing/report-editor.svelte.ts';
import { Navigation } from '../../renderer/state/page/navigation.svelte.ts';
import { Notices } from '../../renderer/state/page/notices.svelte.ts';
import { Phrases } from '../../renderer/state/phrases/phrases.svelte.ts';
import { bridgeOverWire } from '../../renderer/bridge/bridge-over-wire.ts';
import { FieldFocus } from '../../renderer/state/workplace/field-focus.svelte.ts';
import { PaneFocus } from '../../renderer/state/workplace/pane-focus.ts';
import { StageChange } from '../../renderer/state/workplace/stage-change.ts';
import { WordWork } from '../../renderer/state/word/word-work.svelte.ts';
import { FileQuestions } from '../../renderer/state/page/file-questions.svelte.ts';
import { Workplace } from '../../renderer/state/workplace/workplace.svelte.ts';
import { WorkplaceLayout } from '../../renderer/state/workplace/workplace-layout.svelte.ts';
import { phraseWords } from '../../renderer/words/phrase-words.ts';
import { openEditor, writerOf } from './open-editor.ts';
import { ReportPeer } from './report-peer.ts';
import { first, report } from './sample-report.ts';

/** Those that write nothing, for all that they open, show or print. */
const reading = [
  'save',
  'print',
  'heading',
  'edit-title',
  'previous-row',
  'next-row',
  'next-missing',
  'hint',
  'comment',
  'find',
  'next-hit',
  'previous-hit',
  'stage-report',
];

let peer: ReportPeer;
let editor: ReportEditor;

beforeEach(async () => {
  localStorage.clear();
  document.body.replaceChildren();
  peer = new ReportPeer(report());
  editor = await openEditor(peer);
});
afterEach(async () => {
  document.body.replaceChildren();
  await editor.close();
});

function everyCommand(): readonly Command[] {
  const notices = new Notices();
  const workplace = new Workplace(editor, new Navigation(window), notices, () => ({
    kind: 'row',
    row: first,
  }));
  const bridge = bridgeOverWire(peer);
  const word = new WordWork({ bridge, questions: new FileQuestions(bridge), editor });
  return [
    ...reportCommands({
      workplace,
      layout: new WorkplaceLayout(localStorage, 85),
      fieldFocus: new FieldFocus(),
      paneFocus: new PaneFocus(),
      seekMissing: () => undefined,
      comment: () => undefined,
    }),
    ...findCommands({
      open: () => undefined,
      step: () => undefined,
      isOpen: () => true,
      lock: lockOf(editor),
    }),
    ...stageCommands(editor, new StageChange(editor, notices, word, () => undefined)),
  ];
}

test('every command of a report is known to write in it or not to', () => {
  const others = everyCommand().filter(({ lock, group }) => lock === undefined && group !== 'view');
  expect(others.map(({ id }) => id).toSorted()).toEqual(reading.toSorted());
});

test('on a signed 版 what writes looks locked, says why, and does nothing', async () => {
  writerOf(editor).write('title', '花壇の手入れと花の苗の配布');
  await editor.flush();
  const before = JSON.stringify(editor.content.rows.map(({ initiative }) => initiative));
  editor.locked = true;
  const tell = vi.fn();
  editor.tellLocked = tell;
  const writing = everyCommand().filter(({ lock }) => lock !== undefined);
  expect(writing.map(({ id }) => id)).toEqual(
    expect.arrayContaining(['undo', 'redo', 'add-row', 'duplicate-row', 'remove-row', 'row-up', 'replace']),
  );
  for (const command of writing) {
    expect(entryOf(command, '').locked, command.id).toBe(true);
    tell.mockClear();
    command.run();
    expect(tell, command.id).toHaveBeenCalledTimes(1);
  }
  await editor.flush();
  expect(JSON.stringify(editor.content.rows.map(({ initiative }) => initiative))).toBe(before);

  editor.locked = false;
  expect(writing.some((command) => entryOf(command, '').locked)).toBe(false);
});

test('a key of a locked command is its own still: nobody else takes it', () => {
  const [tell, run, others] = [vi.fn(), vi.fn(), vi.fn()];
  const command: Command = { id: 'one', group: 'row', name: '一つ', keys: ['F9'], run };
  const commands = new Commands();
  commands.add([{ ...command, id: 'other', run: others }]);
  commands.add(changing({ locked: true, reason: 'why', tell }, [command]));
  commands.of(new KeyboardEvent('keydown', { key: 'F9' }))?.run();
  expect([tell, run, others].map(({ mock }) => mock.calls.length)).toEqual([1, 0, 0]);
});

test('a phrase goes into no locked field, and the field can still be made one', () => {
  const notices = new Notices();
  const phrases = new Phrases(bridgeOverWire(peer), notices);
  const [insert] = phraseCommands(phrases, () => true);
  const field = document.createElement('textarea');
  field.readOnly = true;
  document.body.append(field);
  field.focus();
  expect(insert?.lock?.locked).toBe(true);
  insert?.run();
  expect(notices.current?.text).toBe(phraseWords.locked);
  expect(phrases.shown).toBeNull();

  field.readOnly = false;
  expect(insert?.lock?.locked).toBe(false);
});

test('a report that is signed in the middle of a composition is locked when that has ended', () => {
  editor.hold();
  editor.lock(true);
  expect(editor.locked).toBe(false);
  editor.release();
  expect(editor.locked).toBe(true);
  editor.lock(false);
  expect(editor.locked).toBe(false);
});
