import type { Bridge } from '../../../shared/contract/bridge.ts';
import type { ReadRules } from '../../../shared/contract/rules-requests.ts';
import type { Failure } from '../../../shared/failure.ts';
import type { RulesChange } from '../../../shared/model/checks/house/change-rules.ts';
import type { OfficeRules } from '../../../shared/model/checks/house/office-rules.ts';

/** 文書の決まり of the open library, as far as a person looks at them or changes them. */
export class OfficeRulesState {
  /** Null until they were read. */
  rules: OfficeRules | null = $state.raw(null);
  failure: Failure | null = $state.raw(null);
  readonly #bridge: Bridge;

  constructor(bridge: Bridge) {
    this.#bridge = bridge;
  }

  /** Reads them, and again whenever they change; returns the way to stop. */
  listen(): () => void {
    void this.#read();
    return this.#bridge.on('rules.changed', () => void this.#read());
  }

  /** False where it was refused; `failure` says why. */
  async change(change: RulesChange): Promise<boolean> {
    const answer = await this.#bridge.call('rules.change', { change });
    this.failure = answer.ok ? null : answer.failure;
    if (answer.ok) this.rules = answer.value.rules;
    return answer.ok;
  }

  /** What a file holds that the person chooses; null where there is nothing to show. */
  async readFile(): Promise<ReadRules | null> {
    const answer = await this.#bridge.call('rules.readFile', {});
    if (answer.ok) {
      this.failure = null;
      return answer.value;
    }
    this.#fail(answer.failure);
    return null;
  }

  /** The path of the file that was written; null for none. */
  async write(kind: 'json' | 'csv'): Promise<string | null> {
    const answer = await this.#bridge.call('rules.write', { kind });
    if (answer.ok) {
      this.failure = null;
      return answer.value.path;
    }
    this.#fail(answer.failure);
    return null;
  }

  #fail(failure: Failure): void {
    this.failure = failure.code === 'cancelled' ? null : failure;
  }

  async #read(): Promise<void> {
    const answer = await this.#bridge.call('rules.read', {});
    if (answer.ok) this.rules = answer.value.rules;
    else this.failure = answer.failure;
  }
}

/** An entry as a person types it: words are parted by 「、」. Null where it says nothing that could be kept. */
export function entryOf(typed: {
  readonly instead: string;
  readonly write: string;
  readonly note: string;
}): OfficeRules['words'][number] | null {
  const [write, note] = [typed.write.trim(), typed.note.trim()];
  const instead = [
    ...new Set(
      typed.instead
        .split(/[、,，]/u)
        .map((word) => word.trim())
        .filter((word) => word !== ''),
    ),
  ];
  if (instead.length === 0 || instead.includes(write)) return null;
  return { write: write === '' ? null : write, instead, note: note === '' ? null : note };
}
