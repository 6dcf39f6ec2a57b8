import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { readerHere } from '../../main/foreign-files/do-job.ts';
import { serveApplication, type Served } from '../../main/browser/serve-application.ts';
import { temporaryFolders } from '../support/temporary-folder.ts';

const newFolder = temporaryFolders();
let served: Served;
let folder: string;
let origin: string;
let token: string;

beforeEach(async () => {
  folder = newFolder();
  const page = join(folder, 'page');
  mkdirSync(join(page, 'assets'), { recursive: true });
  writeFileSync(join(page, 'index.html'), '<!doctype html><title>宣言</title>');
  writeFileSync(join(page, 'assets', 'page-BZoZHKRF.js'), 'export {};');
  writeFileSync(join(page, 'secret.txt'), '見せない');
  served = await serveApplication({
    reader: readerHere,
    databasePath: join(folder, '報告.sengen'),
    createIfMissing: true,
    port: 0,
    pageFolder: page,
    samplePath: resolve(import.meta.dirname, '../../resources/sample/report.json'),
    version: '0.0.0',
    userName: '試験担当',
    log: () => undefined,
  });
  const address = new URL(served.address);
  origin = address.origin;
  token = address.searchParams.get('token') ?? '';
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
  { body, headers = {} }: { body?: string; headers?: Record<string, string> } = {},
): Promise<Answer> {
  return new Promise((answer, fail) => {
    const { port, host } = new URL(origin);
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
    headers: { 'x-sengen-token': token, ...headers },
  });

describe('the door', () => {
  test('stands on the loopback address and asks for a long token', () => {
    expect(origin).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
    expect(token.length).toBeGreaterThanOrEqual(32);
  });

  test('gives the page with a strict policy', async () => {
    const { status, headers, body } = await ask('GET', '/?token=x');
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

  test.each([undefined, '', 'wrong', 'x'.repeat(32)])('refuses the token %j', async (wrong) => {
    const headers = wrong === undefined ? {} : { 'x-sengen-token': wrong };
    const body = JSON.stringify({ input: {} });
    expect((await ask('POST', '/call/application.start', { body, headers })).status).toBe(403);
    expect((await ask('GET', `/events?token=${wrong ?? ''}`)).status).toBe(403);
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
      headers: { 'x-sengen-token': token },
    });
    expect(JSON.parse(answer)).toMatchObject({ ok: false, failure: { code: 'request-invalid' } });
  });
});

describe('events', () => {
  test('reach every page that listens, and file questions are answered by the page', async () => {
    const abort = new AbortController();
    const reply = await fetch(`${origin}/events?token=${token}`, { signal: abort.signal });
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
    const reply = await fetch(`${origin}/events?token=${token}`, { signal: abort.signal });
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
