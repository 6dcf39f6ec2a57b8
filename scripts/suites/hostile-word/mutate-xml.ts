import type { Random } from './random.ts';

const oddValues = [
  '',
  '-1',
  '0',
  '99999999999',
  '1e9',
  'NaN',
  '\u3000',
  '一',
  'true',
  'x'.repeat(70_000),
  '../..',
  '%1%2%3%4%5%6%7%8%9',
  '&#x41;',
];

const words = [
  'w:p',
  'w:r',
  'w:t',
  'w:tbl',
  'w:tr',
  'w:tc',
  'w:ins',
  'w:del',
  'w:sdt',
  'w:txbxContent',
  'mc:Choice',
  'mc:Fallback',
  'mc:AlternateContent',
  'w:fldChar',
  'w:rPr',
  'w:trPr',
  'w:pPr',
  'x:y',
];

/** An XML part with its structure damaged: elements gone, doubled, moved, renamed, nested; values made odd. */
export function mutatedXml(xml: string, random: Random): string {
  const tokens = xml.split(/(?=<)|(?<=>)/);
  for (let count = random.between(1, 6); count > 0; count -= 1) mutateTokens(tokens, random);
  return tokens.join('');
}

function mutateTokens(tokens: string[], random: Random): void {
  const at = random.below(tokens.length);
  const token = tokens[at] ?? '';
  switch (random.below(9)) {
    case 0:
      tokens.splice(at, random.between(1, 3));
      break;
    case 1:
      tokens.splice(at, 0, ...tokens.slice(at, at + random.between(1, 50)));
      break;
    case 2:
      tokens.splice(random.below(tokens.length), 0, ...tokens.splice(at, random.between(1, 20)));
      break;
    case 3:
      tokens[at] = token.replace(/="[^"]*"/, `="${random.of(oddValues)}"`);
      break;
    case 4:
      tokens[at] = token.replace(/^(<\/?)[\w:]+/, `$1${random.of(words)}`);
      break;
    case 5: {
      const word = random.of(words);
      tokens.splice(at, 0, `<${word}>`);
      tokens.splice(random.between(at + 1, tokens.length), 0, `</${word}>`);
      break;
    }
    case 6:
      tokens[at] = token.replace(/ w:(\w+)=/, ' $1=');
      break;
    case 7:
      if (!token.startsWith('<')) tokens[at] = token.split('').reverse().join('') + random.of(oddValues);
      break;
    default:
      tokens.splice(at, 0, `<${random.of(words)} w:val="${random.of(oddValues)}"/>`);
  }
}
