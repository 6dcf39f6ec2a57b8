/**
 * True where the tests run on Windows. What there is another truth, such as permission bits, links, or the limits of
 * a name, has its own test in tests/windows-suite.
 */
export const onWindows = process.platform === 'win32';
