import type { UnplacedMarkup } from '../../../shared/contract/markup-requests.ts';

/** Something of a file that is on no field of a row: it is shown, never guessed at. */
export type Unplaced = Readonly<UnplacedMarkup>;
