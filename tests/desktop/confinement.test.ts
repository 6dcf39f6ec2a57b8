import { expect, test } from 'vitest';
import { bootDesktop, loadDesktop } from './boot-desktop.ts';
import { hostileAddresses, spellingsOfTraversal } from './hostile-addresses.ts';
import type { Frame } from './electron-stand-in.ts';
import type * as ElectronStandIn from './electron-stand-in.ts';

const page: Frame = { url: 'app://main/', origin: 'app://main', parent: null };

test('calls from anything but the page itself are refused', async () => {
  const { electron, window } = await bootDesktop();
  const sender = window.webContents;
  const senders: Record<string, Frame | null> = {
    'a frame that is gone': null,
    'a frame inside the page': { ...page, parent: sender.mainFrame },
    'a foreign origin': { url: 'https://example.com/', origin: 'https://example.com', parent: null },
    'a host that starts the same': {
      url: 'app://main.example/',
      origin: 'app://main.example',
      parent: null,
    },
    'a sandboxed document of the page': { ...page, origin: 'null' },
    'an empty document of the page': { ...page, url: 'about:blank' },
    'a file': { url: 'file:///C:/page.html', origin: 'file://', parent: null },
  };

  for (const [name, frame] of Object.entries(senders)) {
    const call = electron.invoke({ sender, senderFrame: frame }, 'sengen:call', 'application.start', {});
    await expect(call, name).rejects.toThrow('not from the page');
    const drop = electron.invoke({ sender, senderFrame: frame }, 'sengen:drop', '/報告.docx');
    await expect(drop, name).rejects.toThrow('not from the page');
  }
  const good = electron.invoke({ sender, senderFrame: page }, 'sengen:call', 'application.start', {});
  await expect(good).resolves.toMatchObject({ ok: true });
});

test('there are two channels into the program: requests, and files that a person dropped', async () => {
  const { electron } = await bootDesktop();

  expect([...electron.machine.handlers.keys()]).toEqual(['sengen:call', 'sengen:drop']);
});

test('the page goes nowhere else', async () => {
  const { window } = await bootDesktop();

  expect(hostileAddresses.length).toBeGreaterThanOrEqual(50);
  for (const url of hostileAddresses) {
    for (const name of ['will-navigate', 'will-redirect', 'will-frame-navigate']) {
      expect(isPrevented(window, name, url, true), `${name} ${url}`).toBe(true);
    }
  }
  expect(isPrevented(window, 'will-navigate', 'app://main/', true)).toBe(false);
  expect(isPrevented(window, 'will-frame-navigate', 'app://main/', false)).toBe(true);
});

test('no window is opened and no webview attached', async () => {
  const { window } = await bootDesktop();

  for (const url of ['app://main/', ...hostileAddresses]) {
    expect(window.webContents.openHandler?.({ url })).toEqual({ action: 'deny' });
  }
  expect(isPrevented(window, 'will-attach-webview', 'app://main/', true)).toBe(true);
});

test('every request but for the page itself is cancelled, and other schemes answer 403', async () => {
  const { window } = await bootDesktop();
  const { session } = window.options.webPreferences;

  const isCancelled = (url: string): boolean => {
    let cancelled = false;
    session.beforeRequest?.({ url }, ({ cancel }) => (cancelled = cancel));
    return cancelled;
  };
  for (const url of [
    ...hostileAddresses,
    'devtools://devtools/x',
    'ws://127.0.0.1/',
    'blob:app://main/x',
  ]) {
    expect(isCancelled(url), url).toBe(true);
  }
  expect(isCancelled('app://main/assets/page.js')).toBe(false);
  for (const scheme of ['http', 'https', 'file']) {
    const response = await session.schemes.get(scheme)?.(new Request('http://127.0.0.1/'));
    expect(response?.status).toBe(403);
  }
});

test('no permission, no device and no download is granted', async () => {
  const { window } = await bootDesktop();
  const { session } = window.options.webPreferences;
  const granted: boolean[] = [];
  for (const permission of [
    'media',
    'geolocation',
    'notifications',
    'clipboard-read',
    'fullscreen',
    'fileSystem',
  ]) {
    session.permissionRequest?.(window.webContents, permission, (answer) => granted.push(answer));
  }

  expect(granted).toEqual(Array(6).fill(false));
  expect(session.permissionCheck?.()).toBe(false);
  expect(session.devicePermission?.()).toBe(false);
  let prevented = false;
  session.events.emit('will-download', { preventDefault: () => (prevented = true) });
  expect(prevented).toBe(true);
});

test('the page is served with exactly this policy', async () => {
  const { window } = await bootDesktop();
  const response = await ask(window, 'app://main/');

  expect(response.status).toBe(200);
  expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8');
  expect(response.headers.get('x-content-type-options')).toBe('nosniff');
  expect(response.headers.get('content-security-policy')).toBe(
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; font-src 'self'; " +
      "connect-src 'none'; object-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; " +
      "require-trusted-types-for 'script'; trusted-types svelte-trusted-html sengen-paste",
  );
});

test('nothing but the files of the page is served, however it is spelled', async () => {
  const { window } = await bootDesktop();

  expect((await ask(window, 'app://main/assets/page.js')).status).toBe(200);
  expect(spellingsOfTraversal.length).toBeGreaterThanOrEqual(200);
  for (const spelling of spellingsOfTraversal) {
    const response = await ask(window, `app://main/${spelling}`);
    expect(response.status, spelling).toBe(404);
    expect(await response.text()).toBe('');
  }
  for (const address of ['app://other/', 'app://main.example/', 'app://main:81/', 'app://x@main/']) {
    expect((await ask(window, address)).status, address).toBe(404);
  }
  const { session } = window.options.webPreferences;
  const posted = await session.schemes.get('app')?.(new Request('app://main/', { method: 'POST' }));
  expect(posted?.status).toBe(404);
});

test('a window is made without any power of its own', async () => {
  const { window } = await bootDesktop();
  const { session, preload, ...preferences } = window.options.webPreferences;

  expect(session).toBeDefined();
  expect(preload).toMatch(/out.preload.preload\.cjs$/);
  expect(preferences).toEqual({
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    nodeIntegrationInWorker: false,
    nodeIntegrationInSubFrames: false,
    webSecurity: true,
    allowRunningInsecureContent: false,
    experimentalFeatures: false,
    webviewTag: false,
    navigateOnDragDrop: false,
    safeDialogs: true,
    spellcheck: false,
    devTools: false,
  });
});

test('before Electron is ready, sandbox, scheme and offline switches are set and debugging is taken away', async () => {
  const electron = await loadDesktop({
    prepare: ({ machine }) => {
      machine.switches.set('remote-debugging-port', '9222').set('inspect', '');
    },
  });
  const { switches } = electron.machine;

  expect(electron.machine.sandboxEnabled).toBe(true);
  expect(electron.machine.privilegedSchemes).toEqual([
    { scheme: 'app', privileges: { standard: true, secure: true } },
  ]);
  expect(switches.get('host-resolver-rules')).toBe('MAP * ~NOTFOUND');
  expect([...switches.keys()]).toEqual(
    expect.arrayContaining([
      'no-proxy-server',
      'disable-background-networking',
      'disable-component-update',
    ]),
  );
  expect(switches.has('remote-debugging-port') || switches.has('inspect')).toBe(false);
  expect(electron.machine.windows).toHaveLength(0);
});

test('only a development start may do without the sandbox', async () => {
  const withoutSandbox = {
    prepare: ({ machine }: typeof ElectronStandIn) => machine.switches.set('no-sandbox', ''),
  };

  const released = await loadDesktop(withoutSandbox);
  const development = await loadDesktop({ ...withoutSandbox, packaged: false });

  expect(released.machine.sandboxEnabled).toBe(true);
  expect(development.machine.sandboxEnabled).toBe(false);
});

test('the spellchecker is off and no proxy is looked for before the first window', async () => {
  const { window } = await bootDesktop();
  const { session } = window.options.webPreferences;

  expect(session.spellChecker).toBe(false);
  expect(session.proxy).toEqual({ mode: 'direct' });
});

type BootedWindow = Awaited<ReturnType<typeof bootDesktop>>['window'];

function isPrevented(window: BootedWindow, name: string, url: string, isMainFrame: boolean): boolean {
  let prevented = false;
  window.webContents.emit(name, { url, isMainFrame, preventDefault: () => (prevented = true) });
  return prevented;
}

/** Asks the page's scheme; an address that no `Request` can hold can't be asked for in Chromium either. */
async function ask(window: BootedWindow, url: string): Promise<Response> {
  const handler = window.options.webPreferences.session.schemes.get('app');
  if (handler === undefined) throw new Error('the scheme is not served');
  // Built by hand: a Request refuses some of the addresses that must be answered with 404.
  return handler({ url, method: 'GET' } as Request);
}
