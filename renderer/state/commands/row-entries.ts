import type { PaletteEntry } from './palette-entries.ts';

/** The rows of the open report, as the palette offers them; the report's screen fills it in. */
export class RowEntries {
  list: (() => readonly PaletteEntry[]) | null = null;

  /** Returns the way to take them away. */
  offer(list: () => readonly PaletteEntry[]): () => void {
    this.list = list;
    return () => {
      if (this.list === list) this.list = null;
    };
  }
}
