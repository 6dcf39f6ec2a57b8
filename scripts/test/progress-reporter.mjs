/**
 * A Vitest reporter that tells whoever started the run how far it is, after each file of tests:
 * `{ file, done, of, passed, failed }`.
 */
// Vitest takes a reporter by its default export.
// eslint-disable-next-line no-restricted-syntax
export default class ProgressReporter {
  #progress = { file: '', done: 0, of: 0, passed: 0, failed: 0 };

  onTestRunStart(specifications) {
    this.#progress.of = specifications.length;
  }

  onTestModuleEnd(module) {
    const results = [...module.children.allTests()].map((test) => test.result().state);
    this.#progress.file = module.relativeModuleId;
    this.#progress.done += 1;
    this.#progress.passed += results.filter((result) => result === 'passed').length;
    const failed = results.filter((result) => result === 'failed').length;
    // A file that does not load has no failed test.
    this.#progress.failed += failed === 0 && module.state() === 'failed' ? 1 : failed;
    process.send?.(this.#progress);
  }
}
