import { expect, test } from 'vitest';
import { processEnd } from '../../main/foreign-files/apart/process-end.ts';

test('an engine that gave up is told from a process that went, whichever system says it', () => {
  expect(processEnd(null, 'SIGABRT')).toBe('aborted');
  // As Node, a shell, Windows with and without its sign, and Chromium say it.
  for (const code of [6, 134, 0x8000_0003, 0x8000_0003 | 0, 0xe000_0008, 0xe000_0008 | 0]) {
    expect(processEnd(code), String(code)).toBe('aborted');
  }
  for (const code of [0, 1, 3, 137, 0xc000_0005]) expect(processEnd(code), String(code)).toBe('gone');
  expect(processEnd(null, 'SIGKILL')).toBe('gone');
  expect(processEnd(null)).toBe('gone');
});
