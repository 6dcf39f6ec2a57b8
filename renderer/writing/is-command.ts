/**
 * Tells a key press meant for the program from one meant for the input method.
 *
 * Enter that confirms a conversion arrives with `isComposing`, or, on some systems, after it with
 * key code 229.
 */
export function isCommand(event: KeyboardEvent): boolean {
  // keyCode is the only trace that some input methods leave.
  // eslint-disable-next-line @typescript-eslint/no-deprecated
  return !event.isComposing && event.keyCode !== 229;
}
