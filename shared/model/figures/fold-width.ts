/**
 * A text as long as before in which signs of full width are those of half width, and the many dashes and waves that
 * stand for minus and "to" are one each. Places in it are places in the text.
 */
export function foldWidth(text: string): string {
  return text
    .replaceAll(/[！-｝]/gu, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0))
    .replaceAll(/[\u3000\u00a0]/gu, ' ')
    .replaceAll(/[−‐‑–—]/gu, '-')
    .replaceAll(/[〜～∼]/gu, '~')
    .replaceAll('⁄', '/');
}
