import { createContext } from 'svelte';
import { WordComparison } from './word-comparison.svelte.ts';
import { WordMarkups } from './word-markups.svelte.ts';
import type { WordParts } from './word-request.ts';
import { WordSignOffs } from './word-sign-offs.svelte.ts';
import { WordVerification } from './word-verification.svelte.ts';

/** What lies over the report while its Word files are at work, or the form that lays them out is chosen. */
export type WordDialog = 'record' | 'start' | 'begin-report' | 'signed' | 'compare' | 'form';

/** All that Word files do around one open report. */
export class WordWork {
  dialog: WordDialog | null = $state(null);
  readonly markups: WordMarkups;
  readonly signOffs: WordSignOffs;
  readonly verification: WordVerification;
  readonly comparison: WordComparison;

  constructor(parts: WordParts) {
    this.markups = new WordMarkups(parts);
    this.signOffs = new WordSignOffs(parts);
    this.verification = new WordVerification(parts.bridge, parts.questions);
    this.comparison = new WordComparison(parts);
  }

  listen(): () => void {
    const stops = [this.markups.listen(), this.signOffs.listen()];
    return () => stops.forEach((stop) => stop());
  }
}

/** That of the report which the surrounding screen has open. */
export const [wordWork, setWordWork] = createContext<WordWork>();
