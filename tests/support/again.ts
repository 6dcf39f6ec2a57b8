/**
 * Does `work` of a program of others, and once more when it fails: on a busy machine such a program now and
 * then dies for reasons of its own, and not twice. `between` clears up what it left.
 */
export async function again<T>(
  work: () => Promise<T>,
  between: () => Promise<void> = async () => {},
): Promise<T> {
  try {
    return await work();
  } catch (error) {
    console.warn(`started again: ${error instanceof Error ? error.message : String(error)}`);
    await between();
    return await work();
  }
}
