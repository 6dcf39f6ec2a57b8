import { readPackageParts } from '../../main/word/reading/read-package.ts';
import { zipEntry } from '../../main/word/writing/zip-entry.ts';
import { zipArchive } from '../../main/word/writing/zip-writer.ts';
import type { InitiativeField } from '../../shared/model/fields/built-in-fields.ts';
import { must } from '../support/must.ts';

const documentPart = 'word/document.xml';

/** A Word file whose XML is edited by hand, as other programs would leave it. */
export class WordSurgery {
  readonly parts: Map<string, string>;
  #id = 9000;

  private constructor(parts: Map<string, string>) {
    this.parts = parts;
  }

  static async open(bytes: Uint8Array): Promise<WordSurgery> {
    const parts = must(await readPackageParts(bytes));
    return new WordSurgery(
      new Map([...parts].map(([name, content]) => [name, new TextDecoder().decode(content)])),
    );
  }

  bytes(): Uint8Array {
    return zipArchive([...this.parts].map(([name, content]) => zipEntry(name, content)));
  }

  get document(): string {
    return this.parts.get(documentPart) ?? '';
  }

  set document(xml: string) {
    this.parts.set(documentPart, xml);
  }

  /** The paragraphs that hold a field. */
  field(row: string, field: InitiativeField | 'number'): string {
    const [start, end] = this.#range(row, field);
    return this.document.slice(start, end);
  }

  edit(row: string, field: InitiativeField | 'number', change: (xml: string) => string): this {
    const [start, end] = this.#range(row, field);
    const before = this.document.slice(start, end);
    const after = change(before);
    if (after === before) throw new Error('the edit changed nothing');
    this.document = this.document.slice(0, start) + after + this.document.slice(end);
    return this;
  }

  /** The `w:tr` of a row. */
  editRow(row: string, change: (xml: string) => string): this {
    const at = this.document.indexOf(`_sg_${row}_`);
    const start = Math.max(
      this.document.lastIndexOf('<w:tr>', at),
      this.document.lastIndexOf('<w:tr ', at),
    );
    const end = this.document.indexOf('</w:tr>', at) + '</w:tr>'.length;
    this.document =
      this.document.slice(0, start) + change(this.document.slice(start, end)) + this.document.slice(end);
    return this;
  }

  /** Replaces a piece of a run's text by tracked changes; '' inserts or deletes. */
  track(
    row: string,
    field: InitiativeField,
    { old, now, author, behind = '' }: { old: string; now: string; author: string; behind?: string },
  ): this {
    return this.edit(row, field, (xml) => {
      const sought = behind + old;
      const run = [
        ...xml.matchAll(/<w:r>(?:(?!<\/w:r>).)*<w:t xml:space="preserve">([^<]*)<\/w:t><\/w:r>/gs),
      ].find(([, text]) => text?.includes(sought));
      if (run === undefined) throw new Error(`no run says ${sought}`);
      const text = run[1] ?? '';
      const at = text.indexOf(sought) + behind.length;
      const pieces =
        runXml(text.slice(0, at)) +
        (old === '' ? '' : this.deleted(runXml(old), author)) +
        (now === '' ? '' : this.inserted(runXml(now), author)) +
        runXml(text.slice(at + old.length));
      return xml.slice(0, run.index) + pieces + xml.slice(run.index + run[0].length);
    });
  }

  inserted(runs: string, author: string): string {
    return `<w:ins ${this.who(author)}>${runs}</w:ins>`;
  }

  deleted(runs: string, author: string): string {
    return `<w:del ${this.who(author)}>${runs.replaceAll('w:t>', 'w:delText>').replaceAll('<w:t ', '<w:delText ')}</w:del>`;
  }

  who(author: string, date = '2026-04-20T10:00:00Z'): string {
    this.#id += 1;
    return `w:id="${this.#id}" w:author="${author}" w:date="${date}"`;
  }

  /** Comments; each is `{ id, author, text, answers }`. */
  withComments(comments: readonly { id: number; author: string; text: string; answers?: number }[]): this {
    const w = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
    const w14 = 'http://schemas.microsoft.com/office/word/2010/wordml';
    const w15 = 'http://schemas.microsoft.com/office/word/2012/wordml';
    const paragraph = (id: number) => (0x1000 + id).toString(16).padStart(8, '0').toUpperCase();
    this.parts.set(
      'word/comments.xml',
      `<w:comments xmlns:w="${w}" xmlns:w14="${w14}">${comments
        .map(
          ({ id, author, text }) =>
            `<w:comment w:id="${id}" w:author="${author}" w:date="2026-04-21T09:30:00Z"><w:p w14:paraId="${paragraph(id)}">${runXml(text)}</w:p></w:comment>`,
        )
        .join('')}</w:comments>`,
    );
    this.parts.set(
      'word/commentsExtended.xml',
      `<w15:commentsEx xmlns:w15="${w15}">${comments
        .map(
          ({ id, answers }) =>
            `<w15:commentEx w15:paraId="${paragraph(id)}" ${answers === undefined ? '' : `w15:paraIdParent="${paragraph(answers)}" `}w15:done="0"/>`,
        )
        .join('')}</w15:commentsEx>`,
    );
    this.#register(
      'comments',
      'comments.xml',
      'http://schemas.openxmlformats.org/officeDocument/2006/relationships',
    );
    this.#register(
      'commentsExtended',
      'commentsExtended.xml',
      'http://schemas.microsoft.com/office/2011/relationships',
    );
    return this;
  }

  /** A part of its own that the document refers to: `header`, `footnotes`, `numbering`. */
  withPart(kind: string, xml: string): this {
    this.parts.set(`word/${kind}9.xml`, xml);
    this.#register(
      kind,
      `${kind}9.xml`,
      'http://schemas.openxmlformats.org/officeDocument/2006/relationships',
    );
    return this;
  }

  #register(kind: string, part: string, relations: string): void {
    const types = this.parts.get('[Content_Types].xml') ?? '';
    this.parts.set(
      '[Content_Types].xml',
      types.replace(
        '</Types>',
        `<Override PartName="/word/${part}" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.${kind}+xml"/></Types>`,
      ),
    );
    const name = 'word/_rels/document.xml.rels';
    this.parts.set(
      name,
      (this.parts.get(name) ?? '').replace(
        '</Relationships>',
        `<Relationship Id="x${kind}" Type="${relations}/${kind}" Target="${part}"/></Relationships>`,
      ),
    );
  }

  withoutBookmarks(row?: string): this {
    const name = new RegExp(`<w:bookmarkStart [^>]*w:name="_sg_${row ?? ''}[^"]*"/>`, 'g');
    this.document = this.document.replaceAll(name, '');
    return this;
  }

  #range(row: string, field: string): [number, number] {
    const xml = this.document;
    const mark = new RegExp(`<w:bookmarkStart w:id="(\\d+)" w:name="_sg_${row}_${field}"/>`).exec(xml);
    if (mark === null) throw new Error(`no bookmark of ${row} ${field}`);
    const start = xml.lastIndexOf('<w:p>', mark.index);
    const end =
      xml.indexOf('</w:p>', xml.indexOf(`<w:bookmarkEnd w:id="${mark[1] ?? ''}"/>`, mark.index)) + 6;
    return [start, end];
  }
}

export function runXml(text: string): string {
  return text === '' ? '' : `<w:r><w:t xml:space="preserve">${text}</w:t></w:r>`;
}

export function paragraphXml(runs: string, mark = ''): string {
  return `<w:p><w:pPr>${mark === '' ? '' : `<w:rPr>${mark}</w:rPr>`}</w:pPr>${runs}</w:p>`;
}
