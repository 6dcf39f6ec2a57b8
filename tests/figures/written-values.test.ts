import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readWritten } from '../../shared/model/figures/read-written.ts';
import { measuredBy } from '../../shared/model/figures/units.ts';
import { printed, quantitiesOf } from '../../shared/model/figures/written.ts';
import { howMany } from '../support/how-many.ts';
import { examplesOf, measured } from './notation.ts';

const runs = { numRuns: howMany({ usual: 200, long: 20_000 }) };

describe('written values', () => {
  test.each(['written-values.tsv', 'written-values-frozen.tsv'])(
    'of %s are read as they are meant',
    (file) => {
      const examples = examplesOf(file);
      expect(examples.length).toBeGreaterThan(140);
      const { precision, recall, wrong } = measured(examples);
      console.info(`${file}: ${examples.length} values, precision ${precision}, recall ${recall}`);
      expect(wrong).toEqual([]);
    },
  );

  test('come out as they went in, whatever stands there', () => {
    const pieces = [
      ...'0123456789０１２３,，.．、。・()（）【】 　-−△▲±~〜/／%％'.split(''),
      ...'約 計 累計 年間 うち 以上 未満 前年度比 令和8年3月31日 年度内 第2四半期 3分の 人に1人 自治会 か所 カ所 件 円 千 億 万 二十 一部 第 A H29. km'.split(
        ' ',
      ),
      '𠮟',
      '\ud842',
    ];
    const text = fc.oneof(
      fc.array(fc.constantFrom(...pieces), { maxLength: 14 }).map((parts) => parts.join('')),
      fc.string(),
    );
    fc.assert(
      fc.property(text, (written) => {
        expect(printed(readWritten(written))).toBe(written);
      }),
      runs,
    );
  });

  test('are the number that was spelled, in whatever width, with or without commas', () => {
    const wide = (text: string): string =>
      text.replaceAll(/[!-~]/gu, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0));
    const spelled = fc.record({
      number: fc.oneof(
        fc.nat(99_999_999),
        fc.nat(99_999).map((count) => count / 10),
      ),
      unit: fc.constantFrom('件', '人', 'か所', '自治会', '%', '円', 'km', '商店会'),
      before: fc.constantFrom('', '約', '累計', '年間 ', '延べ'),
      behind: fc.constantFrom('', '以上', '未満', '程度'),
      commas: fc.boolean(),
      isWide: fc.boolean(),
      gap: fc.constantFrom('', ' '),
    });
    fc.assert(
      fc.property(spelled, ({ number, unit, before, behind, commas, isWide, gap }) => {
        const digits = commas
          ? number.toLocaleString('en-US', { maximumFractionDigits: 1 })
          : String(number);
        const text = `${before}${isWide ? wide(digits) : digits}${gap}${unit}${behind}`;
        const [quantity, ...others] = quantitiesOf(readWritten(text));
        expect(others).toEqual([]);
        expect(quantity).toMatchObject({ number, unit });
        expect(quantity?.qualifiers.map(({ text }) => text)).toEqual(
          [before.trim(), behind].filter((word) => word !== ''),
        );
      }),
      runs,
    );
  });

  test('have units that are the same however they are written, and turn into each other', () => {
    for (const [one, other] of [
      ['か所', '箇所'],
      ['カ所', 'ヶ所'],
      ['人', '名'],
      ['%', '％'],
      ['㎡', '平方メートル'],
      ['㎞', 'km'],
    ] as const) {
      expect(measuredBy(one)).toMatchObject({ ...pick(measuredBy(other)) });
    }
    expect(measuredBy('km').factor / measuredBy('m').factor).toBe(1000);
    expect(measuredBy('百万円').factor / measuredBy('千円').factor).toBe(1000);
    expect(measuredBy('商店会').dimension).not.toBe(measuredBy('件').dimension);
    function pick({ dimension, factor }: ReturnType<typeof measuredBy>) {
      return { dimension, factor };
    }
  });
});
