/** Something of a file that is on no field of a row: it is shown, never guessed at. */
export interface Unplaced {
  readonly row: number | null;
  readonly field: string | null;
  readonly text: string;
  readonly why:
    | 'heading'
    | 'outside-the-table'
    | 'number'
    | 'label'
    | 'does-not-fit'
    | 'hidden'
    | 'struck'
    | 'line-break'
    | 'no-effect';
  readonly author: string | null;
}
