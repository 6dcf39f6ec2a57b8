/**
 * Whether what a cell of a file says and what was understood of it differ in no more than bullets,
 * labels, brackets, widths and spaces: nothing that a person has to look at.
 */
export function sameButMarks(says: readonly string[], understood: readonly string[]): boolean {
  return bare(says) === bare(understood);
}

function bare(lines: readonly string[]): string {
  return lines
    .map((line) =>
      line
        .normalize('NFKC')
        .trim()
        .replace(/^[[【〔<《].{1,20}[\]】〕>》]$/u, ''),
    )
    .join('')
    .replaceAll(/[・･○◯●◎■□◆◇▪•➢\-‐–—−*※\s()[\]【】〔〕<>《》:,]/gu, '');
}
