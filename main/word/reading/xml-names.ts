/**
 * Names of elements and attributes by their namespace and not by the prefix that a file happens to use.
 *
 * A prefix is only a file's own shorthand, and every namespace of OOXML has two URIs: the transitional
 * one that Word writes, and that of strict OOXML (ISO/IEC 29500-1). A name of a known namespace is told
 * as `w:p`, one of an unknown namespace as `?:p`, an unprefixed attribute as `val`.
 */

const transitional = 'http://schemas.openxmlformats.org';
const strict = 'http://purl.oclc.org/ooxml';

const namespaces: ReadonlyMap<string, string> = new Map([
  [`${transitional}/wordprocessingml/2006/main`, 'w'],
  [`${strict}/wordprocessingml/main`, 'w'],
  [`${transitional}/officeDocument/2006/relationships`, 'r'],
  [`${strict}/officeDocument/relationships`, 'r'],
  [`${transitional}/officeDocument/2006/math`, 'm'],
  [`${strict}/officeDocument/math`, 'm'],
  [`${transitional}/officeDocument/2006/custom-properties`, 'custom'],
  [`${strict}/officeDocument/customProperties`, 'custom'],
  [`${transitional}/officeDocument/2006/docPropsVTypes`, 'vt'],
  [`${strict}/officeDocument/docPropsVTypes`, 'vt'],
  [`${transitional}/drawingml/2006/picture`, 'pic'],
  [`${strict}/drawingml/picture`, 'pic'],
  [`${transitional}/drawingml/2006/main`, 'a'],
  [`${strict}/drawingml/main`, 'a'],
  [`${transitional}/markup-compatibility/2006`, 'mc'],
  [`${transitional}/package/2006/content-types`, 'types'],
  [`${transitional}/package/2006/relationships`, 'rels'],
  [`${transitional}/package/2006/metadata/core-properties`, 'cp'],
  ['http://schemas.microsoft.com/office/word/2010/wordml', 'w14'],
  ['http://schemas.microsoft.com/office/word/2012/wordml', 'w15'],
  ['http://purl.org/dc/elements/1.1/', 'dc'],
  ['http://purl.org/dc/terms/', 'dcterms'],
  ['http://schemas.microsoft.com/office/word/2016/wordml/cid', 'w16cid'],
  ['http://schemas.microsoft.com/office/word/2018/wordml/cex', 'w16cex'],
  ['http://schemas.microsoft.com/office/word/2023/wordml/word16du', 'w16du'],
  ['urn:schemas-microsoft-com:vml', 'v'],
  ['urn:schemas-microsoft-com:office:office', 'o'],
  ['urn:sengen:report:1', 'sengen'],
  ['http://www.w3.org/XML/1998/namespace', 'xml'],
]);

/** The namespaces in force inside one element. */
export class NameScope {
  readonly #outer: NameScope | null;
  readonly #own: ReadonlyMap<string, string>;
  #elements: Map<string, string> | null = null;
  #attributes: Map<string, string> | null = null;

  /** `own` gives the prefixes that the element itself declares; '' is the default namespace. */
  constructor(outer: NameScope | null, own: ReadonlyMap<string, string>) {
    this.#outer = outer;
    this.#own = own;
  }

  element(raw: string): string {
    const names = (this.#elements ??= new Map<string, string>());
    let name = names.get(raw);
    if (name === undefined) {
      const at = raw.indexOf(':');
      name = `${this.#known(at < 0 ? '' : raw.slice(0, at))}:${raw.slice(at + 1)}`;
      names.set(raw, name);
    }
    return name;
  }

  attribute(raw: string): string {
    const names = (this.#attributes ??= new Map<string, string>());
    let name = names.get(raw);
    if (name === undefined) {
      const at = raw.indexOf(':');
      name = at < 0 ? raw : `${this.#known(raw.slice(0, at))}:${raw.slice(at + 1)}`;
      names.set(raw, name);
    }
    return name;
  }

  /** Our name of the namespace that `prefix` stands for. */
  #known(prefix: string): string {
    if (prefix === 'xml') return 'xml';
    const uri = this.#own.get(prefix);
    if (uri !== undefined) return namespaces.get(uri) ?? '?';
    // No deeper than elements nest, which is bounded.
    return this.#outer === null ? '?' : this.#outer.#known(prefix);
  }
}
