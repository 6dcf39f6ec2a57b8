import { SaxesParser, type SaxesTagPlain } from 'saxes';
import { failed, success, type Result } from '../../shared/result.ts';
import type { WordFailure } from './word-failure.ts';

/** What an honest part stays below; deep nesting makes parsers quadratic. */
export const xmlLimits = { depth: 256, elements: 1_000_000, text: 20_000_000 } as const;

export interface XmlListener {
  readonly open: (name: string, attributes: Readonly<Record<string, string>>) => void;
  readonly close: (name: string) => void;
  readonly text: (text: string) => void;
}

/**
 * Tells `listener` of the elements and texts of an XML part, in document order.
 *
 * Refuses a DOCTYPE (ECMA-376 part 2, 6.2.5 forbids it, and entities come with it), and nesting, element
 * counts and text beyond {@link xmlLimits}. What was told before a failure is to be thrown away.
 */
export function readXml(bytes: Uint8Array, listener: XmlListener): Result<void, WordFailure> {
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return failed({ code: 'xml-broken', cause: 'not UTF-8' });
  }
  const parser = new SaxesParser({ xmlns: false, position: false });
  let depth = 0;
  let elements = 0;
  let characters = 0;
  // The parser can't be stopped from within, so a refusal is thrown and caught around it.
  const stop = (failure: WordFailure): never => {
    throw new Refusal(failure);
  };
  parser.on('error', (error) => stop({ code: 'xml-broken', cause: error.message }));
  parser.on('doctype', () => stop({ code: 'xml-doctype' }));
  parser.on('opentag', (tag: SaxesTagPlain) => {
    if (++depth > xmlLimits.depth) stop({ code: 'xml-too-deep', limit: xmlLimits.depth });
    if (++elements > xmlLimits.elements) {
      stop({ code: 'xml-too-large', what: 'elements', limit: xmlLimits.elements });
    }
    listener.open(tag.name, tag.attributes);
  });
  parser.on('closetag', (tag: SaxesTagPlain) => {
    depth -= 1;
    listener.close(tag.name);
  });
  parser.on('text', (found) => {
    characters += found.length;
    if (characters > xmlLimits.text) stop({ code: 'xml-too-large', what: 'text', limit: xmlLimits.text });
    listener.text(found);
  });
  try {
    parser.write(text).close();
    return success(undefined);
  } catch (error) {
    if (error instanceof Refusal) return failed(error.failure);
    throw error;
  }
}

class Refusal extends Error {
  readonly failure: WordFailure;

  constructor(failure: WordFailure) {
    super(failure.code);
    this.failure = failure;
  }
}
