import { formNames, type FormName } from '../../../shared/model/form.ts';
import { exportWords as words } from '../../words/export-words.ts';
import type { WordExport } from '../word/word-export.svelte.ts';
import type { Command } from './commands.ts';

/** Under which Word saves a file under a name, and other programs of Windows do. */
export const exportKeys = ['F12', 'Ctrl+Shift+S'] as const;

/** The commands of writing files. `stage` is the document of the stage, which the keys write. */
export function exportCommands(wordExport: WordExport, stage: () => FormName): readonly Command[] {
  const sought = ['かきだす', 'わーど', 'docx', '出力'];
  return [
    {
      id: 'export',
      group: 'report',
      name: words.open,
      keys: exportKeys,
      words: ['名前を付けて保存', 'なまえ', ...sought],
      run: () => wordExport.begin(stage()),
      available: () => !wordExport.busy,
    },
    ...formNames.map((form): Command => ({
      id: `export-${form}`,
      group: 'report',
      name: words.write(form),
      keys: [],
      words: sought,
      run: () => wordExport.begin(form),
      available: () => !wordExport.busy,
    })),
    {
      id: 'export-exchange',
      group: 'report',
      name: words.write('exchange'),
      keys: [],
      words: ['かきだす', '出力', 'json', '報告データ', 'わたす', '控え'],
      run: () => void wordExport.write('exchange'),
      available: () => !wordExport.busy,
    },
  ];
}
