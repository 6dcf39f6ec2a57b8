import { identifierFrom, type Identifier } from '../../../shared/model/identifier.ts';

/** A fresh random identifier. */
export function newIdentifier(): Identifier {
  return identifierFrom(crypto.getRandomValues(new Uint8Array(10)));
}
