import type { PackedPart } from './packed-parts.ts';

/** One text for a person to read: a list of the parts, then each licence in full. Parts that share a text share it. */
export function licenceTexts(parts: readonly PackedPart[]): string {
  const line = '-'.repeat(72);
  const list = parts.map(({ name, version, licence }) => `${name} ${version} (${licence})`);
  const byText = Map.groupBy(parts, ({ licenceText }) => licenceText);
  const texts = [...byText].map(([text, together]) =>
    [line, together.map(({ name, version }) => `${name} ${version}`).join(', '), line, '', text, ''].join(
      '\n',
    ),
  );
  return [
    'Sengen に含まれているソフトウェアとフォントの一覧と、それぞれのライセンスの全文です。',
    'Electron が含む Chromium などのライセンスは、プログラムのフォルダーの LICENSES.chromium.html にあります。',
    '',
    ...list,
    '',
    ...texts,
  ].join('\n');
}
