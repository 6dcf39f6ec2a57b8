import { expect, test } from 'vitest';
import { Later } from '../../renderer/state/page/later.svelte.ts';

test('a part that comes later is there once it has been sent for, and says when it did not come', async () => {
  let reachable = false;
  const part = new Later(() =>
    reachable ? Promise.resolve({ default: '部品' }) : Promise.reject(new TypeError('gone')),
  );
  expect(await part.load()).toBe(false);
  expect(part.component).toBeNull();
  reachable = true;
  expect(await part.load()).toBe(true);
  expect(part.component).toBe('部品');
});
