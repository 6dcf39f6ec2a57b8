/** Lets whatever waits have its turn: the wish to stop among it. */
export function breath(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
