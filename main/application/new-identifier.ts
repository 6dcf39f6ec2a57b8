import { randomBytes } from 'node:crypto';
import { identifierFrom, type Identifier } from '../../shared/model/identifier.ts';

/** A fresh identifier from the system's random source. */
export function newIdentifier(): Identifier {
  return identifierFrom(randomBytes(10));
}
