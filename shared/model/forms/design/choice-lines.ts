import type { Choice } from '../../fields/field.ts';

/** Choices as a person writes them, one a line: `◎：計画以上`, or the sign alone. */
export function linesOfChoices(choices: readonly Choice[]): string[] {
  return choices.map(({ sign, meaning }) => (meaning === undefined ? sign : `${sign}：${meaning}`));
}

/** The choices that lines say; a line without a sign is none. Whatever stands behind the first colon is the meaning. */
export function choicesOfLines(lines: readonly string[]): Choice[] {
  return lines.flatMap((line) => {
    const [, sign = '', meaning = ''] = /^([^：:]*)[：:]?(.*)$/u.exec(line) ?? [];
    if (sign.trim() === '') return [];
    return [{ sign: sign.trim(), ...(meaning.trim() === '' ? {} : { meaning: meaning.trim() }) }];
  });
}
