import { SaxesParser, type SaxesTagPlain } from 'saxes';
import { failed, success, type Result } from '../../../shared/result.ts';
import type { WordFailure, XmlMeasure } from './word-failure.ts';
import { partLimits, XmlBudget } from './xml-budget.ts';
import { NameScope } from './xml-names.ts';

export type XmlAttributes = Readonly<Record<string, string>>;

/** Names are those of xml-names.ts, whatever prefixes the file uses. */
export interface XmlListener {
  readonly open: (name: string, attributes: XmlAttributes) => void;
  readonly close: (name: string) => void;
  readonly text: (text: string) => void;
}

/**
 * Tells `listener` of the elements and texts of an XML part, in document order.
 *
 * Refuses a DOCTYPE (ECMA-376 part 2, 6.2.5 forbids it, and entities come with it) and whatever is beyond
 * {@link partLimits} and what `budget` has. What was told before a failure is to be thrown away.
 */
export function readXml(
  bytes: Uint8Array,
  part: string,
  listener: XmlListener,
  budget: XmlBudget = new XmlBudget(),
): Result<void, WordFailure> {
  // The parser can't be stopped from within, so a refusal is thrown and caught around it.
  const stop = (failure: WordFailure): never => {
    throw new Refusal(failure);
  };
  const tooLarge = (what: XmlMeasure): never =>
    stop({ code: 'xml-too-large', part, what, limit: budget.limitOf(what) });

  // With its own namespaces the parser takes quadratic time on deep nesting.
  const parser = new SaxesParser({ xmlns: false, position: false });
  const names: string[] = [];
  const scopes: NameScope[] = [];
  const text = (found: string): void => {
    if (budget.exceeds('text', found.length)) tooLarge('text');
    listener.text(found);
  };
  parser.on('error', (error) => stop({ code: 'xml-broken', part, cause: error.message }));
  parser.on('doctype', () => stop({ code: 'xml-doctype', part }));
  parser.on('opentag', (tag: SaxesTagPlain) => {
    if (names.length >= partLimits.depth) tooLarge('depth');
    if (budget.exceeds('elements', 1)) tooLarge('elements');
    const { scope, attributes } = attributesOf(tag, scopes.at(-1) ?? null, budget, tooLarge);
    const name = scope.element(tag.name);
    if (name === 'w:p' && budget.exceeds('paragraphs', 1)) tooLarge('paragraphs');
    names.push(name);
    scopes.push(scope);
    listener.open(name, attributes);
  });
  parser.on('closetag', () => {
    scopes.pop();
    const name = names.pop();
    if (name !== undefined) listener.close(name);
  });
  parser.on('text', text);
  parser.on('cdata', text);
  try {
    const source = decode(bytes);
    if (source === null) return failed({ code: 'xml-broken', part, cause: 'neither UTF-8 nor UTF-16' });
    if (budget.exceeds('references', countOf('&', source))) tooLarge('references');
    parser.write(source).close();
    return success(undefined);
  } catch (error) {
    if (error instanceof Refusal) return failed(error.failure);
    throw error;
  }
}

const noAttributes: XmlAttributes = Object.freeze({});
const rootScope = new NameScope(null, new Map());

function attributesOf(
  tag: SaxesTagPlain,
  outer: NameScope | null,
  budget: XmlBudget,
  tooLarge: (what: XmlMeasure) => never,
): { scope: NameScope; attributes: XmlAttributes } {
  const raw = tag.attributes;
  let count = 0;
  let own: Map<string, string> | null = null;
  for (const key in raw) {
    const value = raw[key] ?? '';
    count += 1;
    if (value.length > partLimits.attribute) tooLarge('attribute');
    if (!key.startsWith('xmlns')) continue;
    if (key === 'xmlns') (own ??= new Map()).set('', value);
    else if (key.startsWith('xmlns:')) (own ??= new Map()).set(key.slice(6), value);
  }
  const scope = own === null ? (outer ?? rootScope) : new NameScope(outer, own);
  if (count === 0) return { scope, attributes: noAttributes };
  if (budget.exceeds('attributes', count)) tooLarge('attributes');
  if (own !== null && budget.exceeds('namespaces', own.size)) tooLarge('namespaces');
  const attributes = Object.create(null) as Record<string, string>;
  for (const key in raw) attributes[scope.attribute(key)] = raw[key] ?? '';
  return { scope, attributes };
}

/** XML is UTF-8 unless it opens with the mark of UTF-16 (XML 1.0, 4.3.3); null for what is neither. */
function decode(bytes: Uint8Array): string | null {
  const mark = ((bytes[0] ?? 0) << 8) | (bytes[1] ?? 0);
  const encoding = mark === 0xfffe ? 'utf-16le' : mark === 0xfeff ? 'utf-16be' : 'utf-8';
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

function countOf(character: string, text: string): number {
  let count = 0;
  for (let at = text.indexOf(character); at >= 0; at = text.indexOf(character, at + 1)) count += 1;
  return count;
}

class Refusal extends Error {
  readonly failure: WordFailure;

  constructor(failure: WordFailure) {
    super(failure.code);
    this.failure = failure;
  }
}
