import { afterEach, expect, test, vi } from 'vitest';
import { connect } from '../../renderer/bridge/connect.ts';

afterEach(() => vi.unstubAllGlobals());

/** A page at an address, as far as the door to main looks at it. */
function pageAt(href: string) {
  const kept = new Map<string, string>();
  const did: string[] = [];
  const later: (() => void)[] = [];
  const page = {
    location: { href },
    history: {
      replaceState: (_state: unknown, _title: string, address: string) => {
        did.push('hidden');
        page.location.href = new URL(address, href).href;
      },
    },
    sessionStorage: {
      getItem: (key: string) => {
        did.push('remembered');
        return kept.get(key) ?? null;
      },
      setItem: (key: string, value: string) => {
        did.push('kept');
        kept.set(key, value);
      },
    },
    requestIdleCallback: (run: () => void) => later.push(run),
    addEventListener: (name: string, run: () => void) => name === 'hashchange' && hashChanges.push(run),
  };
  const hashChanges: (() => void)[] = [];
  vi.stubGlobal('fetch', (_address: string, { headers }: { headers: Record<string, string> }) => {
    did.push(`asked as ${headers['X-Sengen-Token']}`);
    return Promise.resolve(Response.json({ ok: true, value: [] }));
  });
  return { page, did, later, hashChanges, connected: connect(page as unknown as Window) };
}

test('what is asked for first does not wait for the tab’s memory; then the token goes out of the address', async () => {
  const { page, did, later, connected } = pageAt('http://127.0.0.1:4800/?token=abc#/reports/report1test');
  await connected.call('reports.list', {});
  expect(did).toEqual(['asked as abc']);
  for (const run of later) run();
  expect(did).toEqual(['asked as abc', 'kept', 'hidden']);
  expect(page.location.href).toBe('http://127.0.0.1:4800/#/reports/report1test');
});

test('an address with the token that is come back to loses it, too', () => {
  const { page, later, hashChanges } = pageAt('http://127.0.0.1:4800/?token=abc#/');
  for (const run of later) run();
  page.location.href = 'http://127.0.0.1:4800/?token=abc#/help';
  for (const run of hashChanges) run();
  expect(page.location.href).toBe('http://127.0.0.1:4800/#/help');
});

test('a tab that was given its token before asks as it remembers it', async () => {
  const { did, connected } = pageAt('http://127.0.0.1:4800/#/');
  await connected.call('reports.list', {});
  expect(did).toEqual(['remembered', 'asked as ']);
});
