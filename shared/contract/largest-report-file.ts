/** Largest file that is read as a report, in bytes; the real report as JSON has 22 thousand. */
export const largestReportFile = 20 * 1024 * 1024;
