import * as v from 'valibot';
import type { Bridge } from '../../../shared/contract/bridge.ts';
import { hats, type Hat } from '../../../shared/model/states/hats.ts';
import { Remembered } from './remembered.ts';

/** 役割: in which part the person of this PC works, remembered for the next time. Null does everything alone. */
export class HatChoice {
  readonly #bridge: Bridge;
  readonly #remembered: Remembered<Hat | null>;
  #current: Hat | null = $state(null);

  constructor(bridge: Bridge, storage: Storage) {
    this.#bridge = bridge;
    this.#remembered = new Remembered(storage, 'sengen.hat', v.nullable(v.picklist(hats)));
    this.#current = this.#remembered.read();
    if (this.#current !== null) this.#tell();
  }

  get current(): Hat | null {
    return this.#current;
  }

  wear(hat: Hat | null): void {
    this.#current = hat;
    this.#remembered.write(hat);
    this.#tell();
  }

  #tell(): void {
    void this.#bridge.call('hats.wear', { hat: this.#current });
  }
}
