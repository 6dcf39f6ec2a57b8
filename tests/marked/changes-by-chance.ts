import { Random } from '../../scripts/suites/hostile-word/random.ts';
import { runXml, type WordSurgery } from './word-surgery.ts';

const authors = ['部長 相沢', '次長 森', '監査'] as const;
const words = ['追記', 'さらに', '見直し', '(仮)', '12件'] as const;
const run = /<w:r>(?:(?!<\/w:r>).)*<w:t[^>]*>([^<]*)<\/w:t><\/w:r>/s;
const noProperties = '<w:pPr></w:pPr>';

/**
 * Marks up a file all over, the same for the same seed: words put in, taken out and both by several
 * people, words put in by one and taken out by another, paragraphs added, divided and joined, looks
 * changed, rows taken out. Titles, sections and labels are left whole: the form prints their furniture.
 */
export function markByChance(surgery: WordSurgery, seed: number): WordSurgery {
  const chance = new Random(seed);
  surgery.document = surgery.document.replace(/<w:tr[ >].*?<\/w:tr>/gs, (row) => {
    if (row.includes('tblHeader')) return row;
    if (chance.below(8) === 0) return removedRow(row, surgery, chance.of(authors));
    let cell = -1;
    return row.replace(/<w:tc>.*?<\/w:tc>/gs, (xml) => {
      cell += 1;
      return cell < 2 ? xml : markedCell(xml, surgery, chance);
    });
  });
  return surgery;
}

/** As Word does: the row, its texts and the ends of its paragraphs. */
function removedRow(row: string, surgery: WordSurgery, author: string): string {
  const gone = row
    .replace(/<w:r>.*?<\/w:r>/gs, (runs) => surgery.deleted(runs, author))
    .replaceAll('</w:pPr>', () => `${markOf(surgery, 'del', author)}</w:pPr>`);
  const mark = `<w:del ${surgery.who(author)}/>`;
  return gone.includes('<w:trPr>')
    ? gone.replace('</w:trPr>', `${mark}</w:trPr>`)
    : gone.replace(/^<w:tr[^>]*>/, (start) => `${start}<w:trPr>${mark}</w:trPr>`);
}

function markOf(surgery: WordSurgery, kind: 'ins' | 'del', author: string): string {
  return `<w:rPr><w:${kind} ${surgery.who(author)}/></w:rPr>`;
}

function markedCell(cell: string, surgery: WordSurgery, chance: Random): string {
  const paragraphs: readonly string[] = cell.match(/<w:p>.*?<\/w:p>/gs) ?? [];
  return cell.replace(/<w:p>.*?<\/w:p>/gs, (paragraph) => {
    const text = textOf(paragraph);
    if (text === '' || text.startsWith('[') || chance.below(3) > 0) return paragraph;
    const next = paragraphs[paragraphs.indexOf(paragraph) + 1];
    return markedParagraph(paragraph, surgery, chance, next !== undefined && !textOf(next).startsWith('['));
  });
}

function markedParagraph(
  paragraph: string,
  surgery: WordSurgery,
  chance: Random,
  mayJoin: boolean,
): string {
  const author = chance.of(authors);
  const properties = /<w:pPr>.*?<\/w:pPr>/s.exec(paragraph)?.[0] ?? noProperties;
  const tracked = (kind: 'ins' | 'del'): string =>
    properties.replace('</w:pPr>', `${markOf(surgery, kind, author)}</w:pPr>`);
  const found = run.exec(paragraph);
  if (found === null) return paragraph;
  const text = found[1] ?? '';
  const [before, after] = [paragraph.slice(0, found.index), paragraph.slice(found.index + found[0].length)];
  switch (chance.below(5)) {
    case 0:
      return mayJoin ? paragraph.replace(properties, tracked('del')) : paragraph;
    case 1:
      return `<w:p>${tracked('ins')}${surgery.inserted(runXml('・加えた段落です。'), author)}</w:p>${paragraph}`;
    case 2:
      if (text.length < 6) return paragraph;
      return (
        `${before.replace(properties, tracked('ins'))}${runXml(text.slice(0, 4))}</w:p>` +
        `<w:p>${properties}${runXml(text.slice(4))}${after}`
      );
    default:
      return before + markedRun(text, surgery, chance) + after;
  }
}

function markedRun(text: string, surgery: WordSurgery, chance: Random): string {
  const at = chance.below(text.length + 1);
  const old = text.slice(at, at + 1 + chance.below(6));
  const [start, rest] = [runXml(text.slice(0, at)), text.slice(at + old.length)];
  const gone = old === '' ? '' : surgery.deleted(runXml(old), chance.of(authors));
  const come = surgery.inserted(runXml(chance.of(words)), chance.of(authors));
  switch (chance.below(4)) {
    case 0:
      return start + come + runXml(text.slice(at));
    case 1:
      return start + gone + come + runXml(rest);
    case 2: {
      const taken = surgery.deleted(runXml('すぐ消す'), authors[1]);
      return start + surgery.inserted(taken + runXml('残す'), authors[0]) + runXml(text.slice(at));
    }
    default: {
      const look = `<w:rPr><w:b/><w:rPrChange ${surgery.who(authors[0])}><w:rPr/></w:rPrChange></w:rPr>`;
      return start + gone + runXml(rest).replace('<w:r>', `<w:r>${look}`);
    }
  }
}

function textOf(xml: string): string {
  return [...xml.matchAll(/<w:t[^>]*>([^<]*)<\/w:t>/g)].map(([, text]) => text).join('');
}
