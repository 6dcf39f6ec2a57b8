import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { mergeParagraphs } from '../../shared/model/fields/merge-paragraphs.ts';

const base = ['・一', '・二', '・三'];

describe('Merging two changes of a field', () => {
  test('keeps both sides where they touch different bullets, neighbours too', () => {
    expect(mergeParagraphs(base, ['・壱', '・二', '・三'], ['・一', '・弐', '・三'])).toEqual({
      paragraphs: ['・壱', '・弐', '・三'],
      conflict: false,
    });
    expect(mergeParagraphs(base, [...base, '・四'], ['・二', '・三'])).toEqual({
      paragraphs: ['・二', '・三', '・四'],
      conflict: false,
    });
    expect(mergeParagraphs(base, [...base, '・我'], [...base, '・彼']).paragraphs).toEqual([
      ...base,
      '・我',
      '・彼',
    ]);
  });

  test('never cuts a bullet from the lines that belong to it', () => {
    const outcome = ['・相談', '【3月末時点】', '件数 5件'];
    const merged = mergeParagraphs(
      outcome,
      ['・相談', '【3月末時点】', '件数 6件'],
      ['・窓口相談', '【3月末時点】', '件数 5件'],
    );
    expect(merged.conflict).toBe(true);
  });

  test('works on paragraphs as they are stored, without bullets: different ones do not clash', () => {
    const stored = ['一', '二', '三'];
    expect(mergeParagraphs(stored, ['壱', '二', '三'], ['一', '二', '参', '四'])).toEqual({
      paragraphs: ['壱', '二', '参', '四'],
      conflict: false,
    });
    expect(mergeParagraphs(stored, ['一我', '二', '三'], ['一彼', '二', '三']).conflict).toBe(true);
  });

  test('is a conflict where both changed one bullet differently; a side can be preferred', () => {
    const [ours, theirs] = [
      ['・一我', '・二', '・三'],
      ['・一彼', '・二', '・三'],
    ];
    expect(mergeParagraphs(base, ours, theirs)).toEqual({ paragraphs: ours, conflict: true });
    expect(mergeParagraphs(base, ours, theirs, 'theirs')).toEqual({ paragraphs: theirs, conflict: true });
  });

  test('of one side is that side, and of twice the same is the same', () => {
    const list = fc.array(fc.constantFrom('・a', '・b', '・c', '・d', 'x', 'y'), { maxLength: 7 });
    fc.assert(
      fc.property(list, list, (before, after) => {
        for (const merged of [
          mergeParagraphs(before, before, after),
          mergeParagraphs(before, after, before),
          mergeParagraphs(before, after, after),
        ]) {
          expect(merged).toEqual({ paragraphs: after, conflict: false });
        }
      }),
    );
  });
});
