/**
 * Whether what a cell of a file says and what was understood of it differ in no more than bullets,
 * labels, brackets, widths and spaces: nothing that a person has to look at.
 */
export function sameButMarks(says: readonly string[], understood: readonly string[]): boolean {
  return bare(says) === bare(understood);
}

/** A number where a bullet would stand: ①, (1), 1. */
const numberAsBullet = /^(?:[①-⑳]|[(（][0-9０-９]{1,2}[)）]|[0-9０-９]{1,2}[.．、)）](?![0-9０-９]))/u;

const label = /^[[【〔<《].{1,20}[\]】〕>》]$/u;

const marks = /[・･○◯●◎■□◆◇▪•➢\-‐–—−*※\s()[\]【】〔〕<>《》:,]/gu;

function bare(lines: readonly string[]): string {
  return lines
    .map((line) => line.trim().replace(numberAsBullet, '').normalize('NFKC').replace(label, ''))
    .join('')
    .replaceAll(marks, '');
}
