import { expect, test } from 'vitest';
import { SharedToken } from '../../renderer/bridge/shared-token.ts';

function channel() {
  const target = new EventTarget();
  return {
    channel: target as BroadcastChannel,
    tell: (data: unknown) => target.dispatchEvent(new MessageEvent('message', { data })),
  };
}

test('a page left open over a restart goes on with the token that the new page tells', () => {
  const { channel: of, tell } = channel();
  const kept: string[] = [];
  let changes = 0;
  const token = new SharedToken('old', of, (next) => kept.push(next));
  const stop = token.onChange(() => (changes += 1));
  tell('new');
  tell('new');
  expect([token.current, kept, changes]).toEqual(['new', ['new'], 1]);
  stop();
  tell('newer');
  expect([token.current, changes]).toEqual(['newer', 1]);
});

test('anything else that is told is no token', () => {
  const { channel: of, tell } = channel();
  const token = new SharedToken('old', of, () => undefined);
  for (const data of ['', 7, null, { token: 'x' }]) tell(data);
  expect(token.current).toBe('old');
});
