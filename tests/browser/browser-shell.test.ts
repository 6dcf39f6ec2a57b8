import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { readerHere } from '../../main/foreign-files/do-job.ts';
import { serveApplication, type Served, type ServeOptions } from '../../main/browser/serve-application.ts';
import { comeIn } from '../support/come-in.ts';
import { temporaryFolders } from '../support/temporary-folder.ts';

const newFolder = temporaryFolders();
let served: Served;
let folder: string;
let origin: string;
let cookie: string;
let libraries: number;

/** Serves one more library, each of its own. */
function serve(options: Partial<ServeOptions> = {}): Promise<Served> {
  const number = libraries++;
  return serveApplication({
    reader: readerHere,
    databasePath: join(folder, `報告${number === 0 ? '' : number}.sengen`),
    createIfMissing: true,
    port: 0,
    pageFolder: join(folder, 'page'),
    samplePath: resolve(import.meta.dirname, '../../resources/sample/report.json'),
    version: '0.0.0',
    userName: '試験担当',
    log: () => undefined,
    ...options,
  });
}

beforeEach(async () => {
  libraries = 0;
  folder = newFolder();
  const page = join(folder, 'page');
  mkdirSync(join(page, 'assets'), { recursive: true });
  writeFileSync(join(page, 'index.html'), '<!doctype html><title>宣言</title>');
  writeFileSync(join(page, 'assets', 'page-BZoZHKRF.js'), 'export {};');
  writeFileSync(join(page, 'secret.txt'), '見せない');
  served = await serve();
  origin = new URL(served.address).origin;
  cookie = await comeIn(served.address);
});
afterEach(() => served.close());

interface Answer {
  status: number;
  headers: Record<string, unknown>;
  body: string;
}

/** A request with exactly these headers; `fetch` would set Host and Origin itself. */
function ask(
  method: string,
  path: string,
  {
    body,
    headers = {},
    of = served,
  }: { body?: string; headers?: Record<string, string>; of?: Served } = {},
): Promise<Answer> {
  return new Promise((answer, fail) => {
    const { port, host } = new URL(of.address);
    const asked = request(
      { host: '127.0.0.1', port, method, path, headers: { host, ...headers } },
      (reply) => {
        let text = '';
        reply.setEncoding('utf8').on('data', (chunk: string) => (text += chunk));
        reply.on('end', () => {
          answer({ status: reply.statusCode ?? 0, headers: reply.headers, body: text });
        });
      },
    );
    asked.on('error', fail);
    asked.end(body);
  });
}

const call = (name: string, input: unknown, headers: Record<string, string> = {}): Promise<Answer> =>
  ask('POST', `/call/${name}`, {
    body: JSON.stringify({ input }),
    headers: { cookie, ...headers },
  });

describe('the door', () => {
  test('stands on the loopback address', () => {
    expect(origin).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
  });

  test('trades the code of its address for a cookie once, and leads on to the page', async () => {
    const again = await serve();
    const { pathname, search } = new URL(again.address);
    const enter = () => ask('GET', pathname + search, { of: again });
    const first = await enter();
    expect([first.status, first.headers['location']]).toEqual([303, '/']);
    expect(String(first.headers['set-cookie'])).toMatch(
      /^sengen-\d+=[\w-]{43}; Path=\/; HttpOnly; SameSite=Strict$/,
    );
    // Another browser that comes by the same address is led to the page, which tells it what to do.
    const second = await enter();
    expect([second.status, second.headers['set-cookie']]).toEqual([303, undefined]);
    await again.close();
  });

  test('knows its browsers after a restart on the same port, by a file that lets nobody in', async () => {
    const browsersFolder = join(folder, 'browsers');
    const first = await serve({ browsersFolder });
    const kept = await comeIn(first.address);
    const { port } = new URL(first.address);
    await first.close();
    const file = join(browsersFolder, `${port}.json`);
    if (process.platform !== 'win32') expect(statSync(file).mode & 0o777).toBe(0o600);
    for (const [mark] of readFileSync(file, 'utf8').matchAll(/[\w-]{43}/g))
      expect(kept).not.toContain(mark);

    const again = await serve({ browsersFolder, port: Number(port) });
    const start = (headers: Record<string, string>) =>
      ask('POST', '/call/application.start', { body: '{"input":{}}', headers, of: again });
    expect((await start({ cookie: kept })).status).toBe(200);
    // A browser that has cookies of other programs shows them all.
    expect((await start({ cookie: `a=b; ${kept}; sengen-1=x` })).status).toBe(200);
    await again.close();
    writeFileSync(file, '{"half');
    const forgetful = await serve({ browsersFolder, port: Number(port) });
    const refused = await ask('POST', '/call/application.start', {
      body: '{"input":{}}',
      headers: { cookie: kept },
      of: forgetful,
    });
    expect(refused.status).toBe(403);
    await forgetful.close();
  });

  test('gives the page with a strict policy', async () => {
    const { status, headers, body } = await ask('GET', '/?x=y');
    expect(status).toBe(200);
    expect(body).toContain('宣言');
    expect(headers['content-security-policy']).toContain("default-src 'none'");
    expect(headers['content-security-policy']).not.toMatch(/unsafe|\*/);
    expect(headers['x-content-type-options']).toBe('nosniff');
  });

  test('lets a browser keep what is named after its content, and nothing else', async () => {
    const kept = async (path: string) => (await ask('GET', path)).headers['cache-control'];
    expect(await kept('/assets/page-BZoZHKRF.js')).toMatch(/immutable/);
    expect(await kept('/')).toBe('no-store');
    expect((await call('reports.list', {})).headers['cache-control']).toBe('no-store');
    const built = readdirSync(resolve(import.meta.dirname, '../../out/renderer/assets'));
    expect(built.filter((name) => !/-[\w-]{8}\.\w+$/.test(name))).toEqual([]);
  });

  test.each([
    '/../package.json',
    '/%2e%2e/package.json',
    '/assets/..%2f..%2fpackage.json',
    '/secret.txt',
    '/assets',
  ])('gives nothing but the page: %s', async (path) => {
    expect((await ask('GET', path)).status).toBe(404);
  });

  test.each<[string, Record<string, string>]>([
    ['a name pointed at this machine', { host: 'evil.example:80' }],
    ['another port', { host: '127.0.0.1:1' }],
    ['a page of another site', { origin: 'http://evil.example' }],
    ['a page without a site', { origin: 'null' }],
  ])('refuses %s', async (_case, headers) => {
    expect((await call('application.start', {}, headers)).status).toBe(403);
    expect((await ask('GET', '/', { headers })).status).toBe(403);
  });

  test.each([undefined, '', 'wrong', 'x'.repeat(43)])('refuses the cookie %j', async (wrong) => {
    const name = cookie.slice(0, cookie.indexOf('='));
    const headers = wrong === undefined ? {} : { cookie: `${name}=${wrong}` };
    const body = JSON.stringify({ input: {} });
    expect((await ask('POST', '/call/application.start', { body, headers })).status).toBe(403);
    expect((await ask('GET', '/events', { headers })).status).toBe(403);
  });

  test('refuses a page of another port of this machine, which has the same cookies', async () => {
    const headers = { 'sec-fetch-site': 'same-site' };
    expect((await call('application.start', {}, headers)).status).toBe(403);
    expect((await ask('GET', '/events', { headers: { cookie, ...headers } })).status).toBe(403);
  });

  test('knows no other methods', async () => {
    expect((await ask('PUT', '/')).status).toBe(405);
    expect((await ask('OPTIONS', '/call/application.start')).status).toBe(405);
  });
});

describe('a call', () => {
  test('reaches the application and comes back in an envelope', async () => {
    const { body } = await call('application.start', {});
    expect(JSON.parse(body)).toMatchObject({
      ok: true,
      value: { shell: 'browser', library: { name: '報告.sengen' } },
    });
  });

  test.each(['', 'null', '[]', '{"inp', '{}'])('with the body %j is refused as invalid', async (body) => {
    const { body: answer } = await ask('POST', '/call/reports.list', {
      body,
      headers: { cookie },
    });
    expect(JSON.parse(answer)).toMatchObject({ ok: false, failure: { code: 'request-invalid' } });
  });
});

describe('events', () => {
  test('reach every page that listens, and file questions are answered by the page', async () => {
    const abort = new AbortController();
    const reply = await fetch(`${origin}/events`, { signal: abort.signal, headers: { cookie } });
    const stream = reply.body?.pipeThrough(new TextDecoderStream()).getReader();
    let heard = '';
    const listen = async (name: string): Promise<Record<string, unknown>> => {
      for (;;) {
        const found = new RegExp(`data: {"name":"${name}","payload":(.*)}\n\n`).exec(heard);
        if (found !== null) return JSON.parse(found[1] ?? '') as Record<string, unknown>;
        heard += (await stream?.read())?.value ?? '';
      }
    };

    const { value } = JSON.parse((await call('sample.add', {})).body) as { value: { report: string } };
    await listen('library.changed');
    const exported = call('reports.export', { report: value.report, form: 'report' });
    const wanted = await listen('files.wanted');
    expect(wanted).toMatchObject({ mode: 'save', folder, purpose: 'export' });
    await call('files.chosen', { question: wanted['question'], names: ['提出'] });
    expect(JSON.parse((await exported).body)).toMatchObject({
      ok: true,
      value: { path: join(folder, '提出.docx') },
    });
    abort.abort();
  });

  test('a question dies with the page that was asked', async () => {
    const abort = new AbortController();
    const reply = await fetch(`${origin}/events`, { signal: abort.signal, headers: { cookie } });
    const stream = reply.body?.getReader();
    await stream?.read();
    const opened = call('library.open', {});
    let heard = '';
    while (!heard.includes('files.wanted')) {
      heard += new TextDecoder().decode((await stream?.read())?.value);
    }
    abort.abort();
    expect(JSON.parse((await opened).body)).toEqual({ ok: false, failure: { code: 'cancelled' } });
  });
});
