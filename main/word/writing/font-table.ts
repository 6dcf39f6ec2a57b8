import { xmlText } from './xml-text.ts';

/** What Word needs to know of a face to find a stand-in of the same widths where it is missing. */
const knownFaces: Readonly<Record<string, string>> = {
  'ＭＳ 明朝':
    '<w:altName w:val="MS Mincho"/><w:panose1 w:val="02020609040205080304"/><w:charset w:val="80"/>' +
    '<w:family w:val="roman"/><w:pitch w:val="fixed"/>',
  'BIZ UD明朝 Medium':
    '<w:altName w:val="BIZ UDMincho Medium"/><w:charset w:val="80"/><w:family w:val="roman"/><w:pitch w:val="fixed"/>',
  'BIZ UDゴシック':
    '<w:altName w:val="BIZ UDGothic"/><w:charset w:val="80"/><w:family w:val="modern"/><w:pitch w:val="fixed"/>',
};

const unknownFace = '<w:charset w:val="80"/><w:family w:val="auto"/><w:pitch w:val="default"/>';

export function fontTableXml(font: string): string {
  return (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n' +
    '<w:fonts xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">' +
    `<w:font w:name="${xmlText(font)}">${knownFaces[font] ?? unknownFace}</w:font></w:fonts>`
  );
}
