import type { SaveState } from '../state/editing/save-state.ts';
import { failureSentences } from '../../shared/words/failure-sentences.ts';
import { timeSeenFrom } from './times.ts';

/** The one line that says whether what was typed is stored; `now` tells whether a time is today's. */
export function saveWords(state: SaveState, now = new Date()): string {
  switch (state.kind) {
    case 'saved':
      return `保存済み（${timeSeenFrom(now, state.at)}）`;
    case 'unsaved':
    case 'saving':
      return '保存中…';
    case 'failed':
      return `${notStored}：${failureSentences(state.failure).happened}`;
  }
}

/** That line where the reason stands at the top of the page already. */
export const notStored = '保存できません';
