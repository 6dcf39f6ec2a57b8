import * as v from 'valibot';
import { Remembered } from './remembered.ts';

export const themes = ['auto', 'light', 'dark'] as const;
export type Theme = (typeof themes)[number];

/** Per cent of the usual size. */
export const scales = [100, 112, 125, 150, 175, 200] as const;
export type Scale = (typeof scales)[number];

const settingsSchema = v.object({
  theme: v.picklist(themes),
  textSize: v.picklist(scales),
  spacing: v.picklist(scales),
});
type Values = v.InferOutput<typeof settingsSchema>;

const usual: Values = { theme: 'auto', textSize: 100, spacing: 100 };

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

  get areUsual(): boolean {
    const { theme, textSize, spacing } = this.#values;
    return theme === usual.theme && textSize === usual.textSize && spacing === usual.spacing;
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
    const { theme, textSize, spacing } = this.#values;
    this.#root.dataset['theme'] = theme;
    this.#root.dataset['textSize'] = String(textSize);
    this.#root.dataset['spacing'] = String(spacing);
  }
}
