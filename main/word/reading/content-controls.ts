import { isOn } from './on-off.ts';
import type { XmlAttributes } from './read-xml.ts';

/** The content controls that are open, innermost last (ECMA-376 17.5.2). */
export class ContentControls {
  /** Whether each shows what it shows while it is empty. */
  readonly #placeholders: boolean[] = [];

  open(): void {
    this.#placeholders.push(false);
  }

  close(): void {
    this.#placeholders.pop();
  }

  /** Takes what `w:sdtPr` says of the control that is open. */
  setting(name: string, attributes: XmlAttributes): void {
    const last = this.#placeholders.length - 1;
    if (name === 'w:showingPlcHdr' && last >= 0) this.#placeholders[last] = isOn(attributes['w:val']);
  }

  /** The innermost control counts: one that is filled in may stand in a group that says that it is empty. */
  get showsPlaceholder(): boolean {
    return this.#placeholders.at(-1) ?? false;
  }
}

/** True for the style in which Word writes such texts; its name in the file is English in every language. */
export function isPlaceholderStyle(name: string): boolean {
  return /^placeholder ?text$/i.test(name);
}
