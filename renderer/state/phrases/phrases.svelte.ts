import type { Bridge } from '../../../shared/contract/bridge.ts';
import { longestPhrase, type Phrase } from '../../../shared/contract/phrase-requests.ts';
import { toPlainLines } from '../../../shared/model/plain-text.ts';
import type { Result } from '../../../shared/result.ts';
import { phraseWords as words } from '../../words/phrase-words.ts';
import { pasteText } from '../../writing/paste-lines.ts';
import { returnTo, textFieldAtHand, textSpot, type TextSpot } from '../../writing/text-field-in-use.ts';
import { newIdentifier } from '../editing/new-identifier.ts';
import type { Notices } from '../page/notices.svelte.ts';

/** 定型文: the phrases of the open library, and what lies over the page to insert or to edit them. */
export class Phrases {
  list: readonly Phrase[] = $state.raw([]);
  shown: 'pick' | 'edit' | null = $state(null);
  readonly #bridge: Bridge;
  readonly #notices: Notices;
  /** Where a phrase is to go. */
  #spot: TextSpot | null = null;

  constructor(bridge: Bridge, notices: Notices) {
    this.#bridge = bridge;
    this.#notices = notices;
  }

  /** Reads them again whenever they change; returns the way to stop. */
  listen(): () => void {
    return this.#bridge.on('phrases.changed', () => {
      if (this.shown !== null) void this.#read();
    });
  }

  /** Shows them, to be inserted where the caret is. */
  async pick(): Promise<void> {
    this.#spot = textSpot();
    if (this.#spot === null) this.#notices.show(words.noPlace);
    else if (await this.#read()) this.shown = 'pick';
  }

  /** Puts a phrase where the person was when they asked for one. */
  insert(text: string): void {
    const spot = this.#spot;
    if (spot === null || !returnTo(spot)) this.#notices.show(words.noPlace);
    else pasteText(spot.field, text);
  }

  /** Says that nothing can be put into the field at hand; why, stands above the report. */
  refuse(): void {
    this.#notices.show(words.locked);
  }

  async edit(): Promise<void> {
    if (await this.#read()) this.shown = 'edit';
  }

  /** Makes a phrase of what is selected in the text field at hand. */
  async keepSelected(): Promise<void> {
    const field = textFieldAtHand();
    const chosen = field?.value.slice(field.selectionStart ?? 0, field.selectionEnd ?? 0) ?? '';
    const text = phraseOf(chosen);
    if (text === '') this.#notices.show(words.nothingChosen);
    else if (text.length > longestPhrase) this.#notices.show(words.tooLong(longestPhrase));
    else if (!(await this.#read())) return;
    else if (this.list.some((phrase) => phrase.text === text)) this.#notices.show(words.already);
    else if (await this.write({ id: newIdentifier(), text })) {
      this.#notices.show(words.kept(text), { label: words.edit, run: () => void this.edit() });
    }
  }

  /** Changes a phrase, or adds one. */
  async write(phrase: Phrase): Promise<boolean> {
    return this.#taken(await this.#bridge.call('phrases.write', phrase));
  }

  async remove(phrase: string): Promise<boolean> {
    return this.#taken(await this.#bridge.call('phrases.remove', { phrase }));
  }

  async arrange(phrases: readonly string[]): Promise<boolean> {
    return this.#taken(await this.#bridge.call('phrases.arrange', { phrases }));
  }

  async #taken(answer: Result<unknown>): Promise<boolean> {
    if (!answer.ok) this.#notices.fail(answer.failure);
    return answer.ok && this.#read();
  }

  async #read(): Promise<boolean> {
    const answer = await this.#bridge.call('phrases.list', {});
    if (answer.ok) this.list = answer.value;
    else this.#notices.fail(answer.failure);
    return answer.ok;
  }
}

/** A text as it is kept: plain lines without empty ones around them. */
export function phraseOf(text: string): string {
  return toPlainLines(text)
    .map((line) => line.trimEnd())
    .join('\n')
    .trim();
}
