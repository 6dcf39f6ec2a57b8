import * as v from 'valibot';
import { sameValue } from '../../../shared/model/same-value.ts';
import { Remembered } from './remembered.ts';

export const themes = ['auto', 'light', 'dark'] as const;
export type Theme = (typeof themes)[number];

/** How the fields of a row stand: as many on one line as there is room for, or each on its own with its help. */
export const arrangements = ['compact', 'comfortable'] as const;
export type Arrangement = (typeof arrangements)[number];

/** Per cent of the usual size. */
export const scales = [100, 112, 125, 150, 175, 200] as const;
export type Scale = (typeof scales)[number];

const settingsSchema = v.object({
  theme: v.picklist(themes),
  textSize: v.picklist(scales),
  spacing: v.picklist(scales),
  arrangement: v.optional(v.picklist(arrangements), 'compact'),
});
type Values = v.InferOutput<typeof settingsSchema>;

const usual: Values = { theme: 'auto', textSize: 100, spacing: 100, arrangement: 'compact' };

/**
 * How a person wants the page to look, remembered for the next time.
 *
 * It stands as attributes on the page's root; what they mean is said in tokens.css alone.
 */
export class Settings {
  /** The dialog is open. */
  shown = $state(false);
  readonly #remembered: Remembered<Values>;
  readonly #root: HTMLElement;
  #values: Values = $state.raw(usual);

  constructor(storage: Storage, root: HTMLElement) {
    this.#remembered = new Remembered(storage, 'sengen.settings', settingsSchema);
    this.#root = root;
    this.#values = this.#remembered.read() ?? usual;
    this.#show();
  }

  get theme(): Theme {
    return this.#values.theme;
  }

  set theme(theme: Theme) {
    this.#set({ theme });
  }

  get textSize(): Scale {
    return this.#values.textSize;
  }

  set textSize(textSize: Scale) {
    this.#set({ textSize });
  }

  get spacing(): Scale {
    return this.#values.spacing;
  }

  set spacing(spacing: Scale) {
    this.#set({ spacing });
  }

  get arrangement(): Arrangement {
    return this.#values.arrangement;
  }

  set arrangement(arrangement: Arrangement) {
    this.#set({ arrangement });
  }

  get areUsual(): boolean {
    return sameValue(this.#values, usual);
  }

  reset(): void {
    this.#set(usual);
  }

  #set(change: Partial<Values>): void {
    this.#values = { ...this.#values, ...change };
    this.#remembered.write(this.#values);
    this.#show();
  }

  #show(): void {
    const { theme, textSize, spacing, arrangement } = this.#values;
    this.#root.dataset['theme'] = theme;
    this.#root.dataset['textSize'] = String(textSize);
    this.#root.dataset['spacing'] = String(spacing);
    this.#root.dataset['arrangement'] = arrangement;
  }
}
