import type { SaveState } from '../state/editing/save-state.ts';
import { failureSentences } from '../../shared/words/failure-sentences.ts';
import { clockTime } from './times.ts';

/** The one line that says whether what was typed is stored. */
export function saveWords(state: SaveState): string {
  switch (state.kind) {
    case 'saved':
      return state.at === null ? '保存済み' : `保存済み（${clockTime(state.at)}）`;
    case 'unsaved':
    case 'saving':
      return '保存中…';
    case 'failed':
      return `保存できません：${failureSentences(state.failure).happened}`;
  }
}
