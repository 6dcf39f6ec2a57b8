import { describe, expect, test } from 'vitest';
import {
  joinWithPrevious,
  moveBullet,
  pasteBullets,
  removeBullet,
  splitBullet,
  withoutBullet,
  writtenBullets,
} from '../../renderer/writing/bullets.ts';

const bullets = ['枝を切ります。', '苗木を植えます。', '水をやります。'];

describe('Enter', () => {
  test('takes what stands after the caret to a new bullet', () => {
    expect(splitBullet(bullets, 1, 3, 3)).toEqual({
      paragraphs: ['枝を切ります。', '苗木を', '植えます。', '水をやります。'],
      index: 2,
      caret: 0,
    });
  });

  test('drops what is selected', () => {
    expect(splitBullet(['苗木を植えます。'], 0, 2, 3).paragraphs).toEqual(['苗木', '植えます。']);
  });
});

describe('Backspace at the start', () => {
  test('joins with the bullet before, the caret between the two', () => {
    expect(joinWithPrevious(bullets, 1)).toEqual({
      paragraphs: ['枝を切ります。苗木を植えます。', '水をやります。'],
      index: 0,
      caret: 7,
    });
  });

  test('of the first bullet does nothing', () => {
    expect(joinWithPrevious(bullets, 0)).toBeNull();
  });
});

describe('moving', () => {
  test('takes the bullet along', () => {
    expect(moveBullet(bullets, 0, 1)).toMatchObject({
      paragraphs: ['苗木を植えます。', '枝を切ります。', '水をやります。'],
      index: 1,
    });
  });

  test('stops at either end', () => {
    expect(moveBullet(bullets, 0, -1)).toBeNull();
    expect(moveBullet(bullets, 2, 1)).toBeNull();
  });
});

describe('removing', () => {
  test('leaves the caret in the bullet that takes the place', () => {
    expect(removeBullet(bullets, 1)).toMatchObject({ paragraphs: [bullets[0], bullets[2]], index: 1 });
  });

  test('the last one leaves the caret in the one before', () => {
    expect(removeBullet(bullets, 2)).toMatchObject({ index: 1, caret: 8 });
  });
});

describe('pasting', () => {
  test('makes each line a bullet, without typed bullets, empty lines and spaces around', () => {
    expect(
      pasteBullets([''], 0, 0, 0, '・枝を切ります。\r\n\r\n　・ 苗木を植えます。\n水をやります。  '),
    ).toEqual({
      paragraphs: bullets,
      index: 2,
      caret: 7,
    });
  });

  test('inside a bullet keeps what stands before and after, the caret before what follows', () => {
    expect(pasteBullets(['前後'], 0, 1, 1, '一つ\n二つ')).toEqual({
      paragraphs: ['前一つ', '二つ後'],
      index: 1,
      caret: 2,
    });
  });

  test('of a single plain line is left to the browser', () => {
    expect(pasteBullets(bullets, 0, 0, 0, '枝を切ります。')).toBeNull();
  });

  test('of a single line with a typed bullet strips it', () => {
    expect(pasteBullets([''], 0, 0, 0, '・枝を切ります。')?.paragraphs).toEqual(['枝を切ります。']);
  });

  test('of nothing but empty lines is left to the browser', () => {
    expect(pasteBullets(bullets, 0, 0, 0, '\n\n')).toBeNull();
  });

  test('lets no control character through', () => {
    expect(pasteBullets([''], 0, 0, 0, '枝\u0007切\n苗\t木')?.paragraphs).toEqual(['枝 切', '苗 木']);
  });
});

test('brackets and dashes at the start of a line are no typed bullet', () => {
  expect(withoutBullet('[参考]－別紙')).toBe('[参考]－別紙');
});

test('only bullets that say something are kept', () => {
  expect(writtenBullets(['', '苗木', '　'])).toEqual(['苗木']);
  expect(writtenBullets(bullets)).toBe(bullets);
});
