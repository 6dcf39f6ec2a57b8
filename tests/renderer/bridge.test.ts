import { describe, expect, test } from 'vitest';
import { bridgeOverWire } from '../../renderer/bridge/bridge-over-wire.ts';

const handOver = (): Promise<unknown> => Promise.reject(new Error('no file is handed over here'));

describe('the bridge', () => {
  test('hands plain copies to the wire', async () => {
    const sent: unknown[] = [];
    const bridge = bridgeOverWire({
      call: (_name, input) => {
        sent.push(input);
        return Promise.resolve({ ok: true, value: {} });
      },
      on: () => () => undefined,
      handOver,
    });
    const input = { path: 'C:\\記録\\報告.docx' };
    await bridge.call('files.reveal', input);
    expect(sent).toEqual([input]);
    expect(sent[0]).not.toBe(input);
  });

  test.each([
    [
      'unreachable when the wire breaks',
      () => Promise.reject(new TypeError('fetch failed')),
      { code: 'unreachable' },
    ],
    [
      'not understood when it answers something else',
      () => Promise.resolve('<html>'),
      { code: 'answer-unreadable', answer: '<html>' },
    ],
    [
      'not understood when it answers nothing',
      () => Promise.resolve(undefined),
      { code: 'answer-unreadable', answer: 'undefined' },
    ],
  ])('says that main is %s', async (_what, call, failure) => {
    const bridge = bridgeOverWire({ call, on: () => () => undefined, handOver });
    expect(await bridge.call('reports.list', {})).toEqual({ ok: false, failure });
  });

  test('hears only the event that it listens for', () => {
    const heard: unknown[] = [];
    let tell: (name: string, payload: unknown) => void = () => undefined;
    const bridge = bridgeOverWire({
      call: () => Promise.resolve(),
      handOver,
      on: (listener) => {
        tell = listener;
        return () => (tell = () => undefined);
      },
    });
    const stop = bridge.on('library.changed', (payload) => heard.push(payload));
    tell('application.closing', { not: 'this' });
    tell('library.changed', {});
    stop();
    tell('library.changed', {});
    expect(heard).toEqual([{}]);
  });
});
