import { documentRule, everyKind, writingRule, type Spot, type SpotAt } from './writing-rule.ts';

const openings = '（(「『【〔［[〈《｛{';
const closings = '）)」』】〕］]〉》｝}';
/** Brackets of the same kind in both widths. */
const kinds = [...'aabcdeffghii'];
const widths = [...'wnwwwwwnwwwn'];

interface Open {
  readonly at: number;
  readonly kind: string;
  readonly width: string;
}

interface Brackets {
  /** Places of brackets without a partner. */
  readonly alone: readonly number[];
  /** Places of closing brackets of another width than their opening ones. */
  readonly unlike: readonly number[];
}

/** `1)`, `ア）`: the closing bracket of a number of a list has no partner. */
const numbering = /(?:^|[。、\s])(?:[0-9０-９]{1,2}|[a-zA-Zア-ンあ-ん①-⑳])[)）]/gu;

function bracketsOf(text: string): Brackets {
  const listed = new Set(
    [...text.matchAll(numbering)].map(({ index, 0: found }) => index + found.length - 1),
  );
  const open: Open[] = [];
  const alone: number[] = [];
  const unlike: number[] = [];
  for (let at = 0; at < text.length; at += 1) {
    const sign = text.charAt(at);
    const opens = openings.indexOf(sign);
    if (opens >= 0) open.push({ at, kind: kinds[opens] ?? '', width: widths[opens] ?? '' });
    const closes = closings.indexOf(sign);
    if (closes < 0) continue;
    const partner = open.findLastIndex(({ kind }) => kind === kinds[closes]);
    if (partner < 0) {
      if (!listed.has(at)) alone.push(at);
      continue;
    }
    alone.push(...open.slice(partner + 1).map((left) => left.at));
    if (open[partner]?.width !== widths[closes]) unlike.push(at);
    open.length = partner;
  }
  return {
    alone: [...alone, ...open.map((left) => left.at)].toSorted((one, other) => one - other),
    unlike,
  };
}

const anyBracket = /[（(「『【〔［[〈《｛{）)」』】〕］\]〉》｝}]/u;

/**
 * A bracket without its partner, in its text or in the next ones of the same field: a remark in brackets may go on over
 * two paragraphs. Brackets within brackets of their kind are right (Ⅰ-5 (1)ウ).
 */
export const brackets = documentRule({
  id: 'brackets',
  family: 'writing',
  clause: 'Ⅰ-5 (1)ウ（括弧）',
  severity: 'error',
  reads: everyKind,
  spotsIn: (texts) => {
    const alone: {
      readonly at: number;
      readonly index: number;
      readonly kind: string;
      readonly opens: boolean;
    }[] = [];
    for (const [at, { text, row, field }] of texts.entries()) {
      if (!anyBracket.test(text)) continue;
      for (const index of bracketsOf(text).alone) {
        const sign = text.charAt(index);
        const opens = openings.includes(sign);
        const kind = kinds[(opens ? openings : closings).indexOf(sign)] ?? '';
        const last = alone.at(-1);
        const before = texts[last?.at ?? -1];
        if (
          !opens &&
          last?.opens === true &&
          last.kind === kind &&
          last.at < at &&
          before?.row === row &&
          before.field === field
        ) {
          alone.pop();
        } else alone.push({ at, index, kind, opens });
      }
    }
    return alone.map(({ at, index }): SpotAt => ({ at, span: [index, index + 1] }));
  },
});

/** A pair of which one is full and one half width: the second follows the first. */
export const bracketWidth = writingRule({
  id: 'bracket-width',
  clause: 'Ⅰ-5 (1)ウ（括弧）',
  severity: 'warning',
  reads: everyKind,
  spotsIn: (text) =>
    anyBracket.test(text)
      ? bracketsOf(text).unlike.map((at): Spot => {
          const closes = closings.indexOf(text.charAt(at));
          const other = kinds.findIndex((kind, index) => kind === kinds[closes] && index !== closes);
          return { span: [at, at + 1], fix: closings.charAt(other) };
        })
      : [],
});
