import { isOn } from './on-off.ts';
import type { XmlAttributes } from './read-xml.ts';

/** The check box of an old form field (ECMA-376 17.16.7), which Word draws and stores as no text. */
export class FormCheckBox {
  #isBox = false;
  #checked: boolean | null = null;
  #default = false;

  open(): void {
    [this.#isBox, this.#checked, this.#default] = [false, null, false];
  }

  /** Takes what `w:ffData` says. */
  setting(name: string, attributes: XmlAttributes): void {
    if (name === 'w:checkBox') this.#isBox = true;
    else if (name === 'w:checked') this.#checked = isOn(attributes['w:val']);
    else if (name === 'w:default' && this.#isBox) this.#default = isOn(attributes['w:val']);
  }

  /** The box as a sign at the field's end; '' for a field without one. */
  close(): string {
    const sign = this.#isBox ? ((this.#checked ?? this.#default) ? '☑' : '☐') : '';
    this.#isBox = false;
    return sign;
  }
}
