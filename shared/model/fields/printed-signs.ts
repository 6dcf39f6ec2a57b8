import { closesBracket, depthAfter } from '../../reading/brackets.ts';
import { withoutBullet } from '../../reading/bullet.ts';
import type { FieldDefinition } from './field.ts';

/** A line without the bullet that the form prints; another sign for one goes too, numbers stay: they may mean something. */
export function withoutPrintedBullet(line: string): string {
  if (line.startsWith('・')) return line.slice(1);
  const { number, text } = withoutBullet(line);
  return number === null ? text : line;
}

/** A line without what the form prints around it. */
export function withoutSurroundings(line: string, { around }: Pick<FieldDefinition, 'around'>): string {
  if (around === undefined) return line;
  const [before, after] = around;
  if (before === '(' && after === ')') return withoutBrackets(line);
  const text = line.startsWith(before) ? line.slice(before.length) : line;
  return after !== '' && text.endsWith(after) ? text.slice(0, -after.length) : text;
}

/** One that lost its partner goes too. */
function withoutBrackets(line: string): string {
  const inside = /^[(（](.*)[)）]$/.exec(line)?.[1];
  if (inside !== undefined) return inside;
  if (depthAfter(line) > 0) return line.replace(/^[(（]/, '');
  return closesBracket(line) ? line.replace(/[)）]$/, '') : line;
}
