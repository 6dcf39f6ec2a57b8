/** Milliseconds between two lines of progress where lines can't be written over. */
const pause = 15_000;

/** Shows how far a stage is: in place on a terminal, else as a line now and then. */
export class Progress {
  #name;
  #shown = Date.now();

  constructor(name) {
    this.#name = name;
  }

  show({ file, done, of, passed, failed }) {
    const line = `      ${this.#name}  ${done}/${of} ファイル  成功 ${passed}・失敗 ${failed}  ${file}`;
    if (process.stdout.isTTY) {
      const width = process.stdout.columns ?? 80;
      // Japanese characters take two columns.
      process.stdout.write(`\r\u001B[K${line.slice(0, Math.floor(width * 0.7))}`);
      return;
    }
    if (Date.now() - this.#shown < pause && failed === 0) return;
    this.#shown = Date.now();
    console.log(line);
  }

  /** Leaves no half line behind. */
  end() {
    if (process.stdout.isTTY) process.stdout.write('\r\u001B[K');
  }
}
