import { expect, test } from 'vitest';
import { reportForm } from '../../shared/model/forms/official-form.ts';
import { cellCount } from '../../renderer/state/workplace/cell-count.ts';
import { countNews, countWords } from '../../renderer/words/count-words.ts';
import { first, initiative } from './sample-report.ts';

const form = { ...reportForm, limits: { plan: 20 } };
const counted = (length: number) =>
  cellCount(initiative(first, { plan: ['枝'.repeat(length)] }), 'plan', form);

test('a field is quiet until nine tenths of its limit, the bullet counted', () => {
  expect(counted(16)).toMatchObject({ characters: 17, state: 'fits' });
  expect(counted(17)).toMatchObject({ characters: 18, state: 'near' });
  expect(counted(19)).toMatchObject({ characters: 20, state: 'near' });
  expect(counted(20)).toMatchObject({ characters: 21, state: 'over' });
});

test('a field without a limit is not counted', () => {
  expect(cellCount(initiative(first), 'title', form)).toBeNull();
});

test('the words say how much there is room for, and how much too much there is', () => {
  const words = (length: number) => {
    const count = counted(length);
    return count === null ? null : countWords(count);
  };
  expect([16, 17, 23].map(words)).toEqual([
    null,
    '18字（目安 20字まで）',
    '24字：目安の20字を 4字超えています',
  ]);
  const fits = counted(1);
  expect(fits === null ? '' : countNews('取組内容', fits)).toBe('取組内容 目安の20字に収まっています');
});
