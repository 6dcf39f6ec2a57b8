import { expect, test } from 'vitest';
import { once } from '../../shared/once.ts';

test('a value is made when it is first wanted, and only then', () => {
  let made = 0;
  const list = once(() => {
    made += 1;
    return [made];
  });
  expect(made).toBe(0);
  expect(list()).toBe(list());
  expect(made).toBe(1);
});
