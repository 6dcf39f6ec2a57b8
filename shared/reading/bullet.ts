/** A line without the sign that opens it as an item of a list. */
export interface Bulleted {
  /** `・`, `①`, `(1)`; '' for a line that is no item. */
  readonly mark: string;
  /** The number that the mark says; null for a plain bullet. */
  readonly number: number | null;
  readonly text: string;
}

const plainMarks = /^[・･•●○◎◯■□◆◇▪▫◦‣⁃∙➢➤❖◉⚫⚪](?!$)\s*/u;
/** Signs that are minus, multiplication or part of a word elsewhere: a bullet only before a word. */
const doubtfulMarks = /^(?:[-‐–—−－*＊](?=[\s\p{L}「『（(【])|ー(?=\s))\s*(?=\S)/u;
const circled = /^([①-⑳㉑-㉟⑴-⒇⒈-⒛])\s*(?=\S)/u;
const bracketedNumber = /^[(（]([0-9０-９]{1,2})[)）]\s*(?=\S)/u;
const pointedNumber = /^([0-9０-９]{1,2})(?:[.．)）](?![0-9０-９])|[、])\s*(?=\S)/u;

/** Reads the bullet off `line`. A line that is nothing but a bullet is no item but text. */
export function withoutBullet(line: string): Bulleted {
  const text = line.trim();
  const plain = plainMarks.exec(text) ?? doubtfulMarks.exec(text);
  if (plain !== null) return { mark: plain[0].trim(), number: null, text: text.slice(plain[0].length) };
  const numbered = circled.exec(text) ?? bracketedNumber.exec(text) ?? pointedNumber.exec(text);
  if (numbered === null) return { mark: '', number: null, text };
  return {
    mark: numbered[0].trim(),
    number: Number((numbered[1] ?? '').normalize('NFKC').replace(/\D/g, '')),
    text: text.slice(numbered[0].length),
  };
}

/** True for a line that is a bullet and nothing else. */
export function isLoneBullet(line: string): boolean {
  return /^[・･•●■◆▪]$/u.test(line.trim());
}

/** True for a bullet or a list's number that stands alone, as before a tab: `・`, `①`, `(1)`, `1.`; not `1`. */
export function isLoneMark(text: string): boolean {
  return isLoneBullet(text) || withoutBullet(`${text} 文`).mark === text.trim();
}
