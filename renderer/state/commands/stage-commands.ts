import { stageWords as words } from '../../words/stage-words.ts';
import { lockOf } from '../editing/field-lock.ts';
import type { ReportEditor } from '../editing/report-editor.svelte.ts';
import type { StageChange } from '../workplace/stage-change.ts';
import { changing } from './changing.ts';
import type { Command } from './commands.ts';

/** The commands that take a report to another stage. */
export function stageCommands(editor: ReportEditor, change: StageChange): readonly Command[] {
  const sought = ['だんかい', '段階', '様式'];
  return [
    {
      id: 'stage-report',
      group: 'report',
      name: words.begin,
      keys: [],
      words: [...sought, 'ほうこく', '年度末'],
      run: () => change.begin(),
      available: () => editor.content.stage === 'declaration',
    },
    ...changing(lockOf(editor), [
      {
        id: 'stage-declaration',
        group: 'report',
        name: words.goBack,
        keys: [],
        words: [...sought, 'せんげん', '年度当初'],
        run: () => change.goBack(),
        available: () => editor.content.stage === 'report',
      },
    ]),
  ];
}
