/**
 * Words to the person at the keyboard.
 *
 * On stderr, so that what a command prints for other programs stays clean.
 */
export function say(line) {
  process.stderr.write(`${line}\n`);
}

/** Something that set-up can't do by itself; the message says what to do about it. */
export class SetUpFailure extends Error {}

/** Runs a script's whole work, and turns what goes wrong into one line and an exit code. */
export async function main(work) {
  try {
    process.exitCode = (await work()) ?? 0;
  } catch (error) {
    say(
      error instanceof SetUpFailure
        ? error.message
        : `予期しない誤りが起きました: ${error?.stack ?? error}`,
    );
    process.exitCode = 1;
  }
}
