import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { chromium, type Page } from 'playwright-core';
import { createLibrary } from '../../../main/data/opening/open-library.ts';
import type { Report } from '../../../shared/model/report.ts';
import { variedReport } from '../varied-report.ts';
import { barePage } from './bare-page.ts';
import { browserPath } from './browser-path.ts';

/** What stands in the middle of the workplace. */
export type View = 'form' | 'table';

/** The program and the bare page, each with the same report, in one Chromium. */
export interface Benches {
  readonly version: string;
  readonly report: Report;
  /** The report's own address in the program. */
  readonly address: string;
  readonly bareAddress: string;
  /** A page of a browser without any memory; `view` is where the workplace was left. */
  newPage(view: View): Promise<Page>;
  close(): Promise<void>;
}

export async function openBenches(rows: number): Promise<Benches> {
  const folder = mkdtempSync(join(tmpdir(), 'sengen-bench-'));
  const report = variedReport(rows);
  const library = join(folder, 'bench.sengen');
  store(library, report);
  const program = await serveProgram(library);
  const bare = await serveText(barePage(report));
  const browser = await chromium.launch({ executablePath: browserPath(), args: switches() });
  const { origin } = new URL(program.address);
  // The address is good for one browser: all others of the bench show the same cookie.
  const first = await browser.newContext();
  await first.request.get(program.address);
  const cookies = await first.cookies();
  await first.close();
  return {
    version: browser.version(),
    report,
    address: `${origin}/#/reports/${report.id}`,
    bareAddress: bare.address,
    async newPage(view) {
      const context = await browser.newContext({ viewport: { width: 1366, height: 768 }, locale: 'ja-JP' });
      await context.addCookies(cookies);
      await context.addInitScript((middle) => {
        const layout = { view: middle, side: null, lastSide: 'guidance', sizes: { rows: 21.5, side: 26 } };
        localStorage.setItem('sengen.layout', JSON.stringify({ ...layout, collapsed: false }));
      }, view);
      return context.newPage();
    },
    async close() {
      await browser.close();
      bare.close();
      await program.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Frames come as soon as they are drawn: what is timed is work, not the wait for a screen's clock. */
function switches(): string[] {
  return [
    ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
    '--disable-gpu',
    '--disable-quic',
    '--no-first-run',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
    '--disable-frame-rate-limit',
    '--disable-gpu-vsync',
  ];
}

function store(path: string, report: Report): void {
  const created = createLibrary(path, () => new Date());
  if (!created.ok) throw new Error(created.failure.code);
  created.value.reports.create(report, { author: 'bench', at: new Date() });
  // Else the program would bring its full-text index up to date while it is being timed.
  created.value.search.bringUp(report.initiatives.length);
  created.value.close();
}

async function serveProgram(library: string): Promise<{ address: string; close(): Promise<void> }> {
  // The built program, as a person starts it; another build can be held against it.
  const built = resolve(import.meta.dirname, '../../../out/main/sengen.js');
  const entry = process.env['SENGEN_ENTRY'] ?? built;
  const child = spawn(process.execPath, [entry, 'serve', library], {
    stdio: ['ignore', 'pipe', 'inherit'],
    // Drafts that an earlier bench left unsaved would be taken up, and the report asked for twice.
    env: { ...process.env, XDG_DATA_HOME: dirname(library), LOCALAPPDATA: dirname(library) },
  });
  for await (const line of createInterface({ input: child.stdout })) {
    if (!line.startsWith('http:')) continue;
    return {
      address: line,
      async close() {
        child.kill('SIGTERM');
        await once(child, 'close');
      },
    };
  }
  throw new Error('sengen serve ended before it was ready');
}

async function serveText(html: string): Promise<{ address: string; close(): void }> {
  const server = createServer((_request, response) => {
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' });
    response.end(html);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    address: `http://127.0.0.1:${port}/`,
    close() {
      server.close();
      server.closeAllConnections();
    },
  };
}
