import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { dirname, join } from 'node:path';
import type { Failure } from '../../shared/failure.ts';
import { failed } from '../../shared/result.ts';
import { contentSecurityPolicy } from '../application/content-security-policy.ts';
import type { Envelope } from '../application/dispatch.ts';
import type { LogEntry, Ports } from '../application/ports.ts';
import { startApplication, type Application } from '../application/start-application.ts';
import { personalFolder } from '../files/program-files.ts';
import type { Reader } from '../foreign-files/reader.ts';
import { DroppedCopies } from './dropped-copies.ts';
import { Entrance } from './entrance.ts';
import { EventStreams } from './event-streams.ts';
import { FileQuestions } from './file-questions.ts';
import { KnownBrowsers } from './known-browsers.ts';
import { readBody } from './read-body.ts';
import { RequestGuard } from './request-guard.ts';
import { readStaticFiles, type StaticFiles } from '../files/static-files.ts';

export interface ServeOptions {
  readonly databasePath: string;
  readonly createIfMissing: boolean;
  /** 0 takes any free port. */
  readonly port: number;
  /** Folder of the built page. */
  readonly pageFolder: string;
  readonly samplePath: string;
  /** The folder of the forms that the program brings; the official one alone when it is left out. */
  readonly formsFolder?: string;
  /** The file that lists the libraries opened last; remembers none when it is left out. */
  readonly recentPath?: string;
  /** The file that keeps which folder of hand-ins was chosen for which library; none outlives the program when it is left out. */
  readonly handInFoldersPath?: string;
  /** The folder in which drafts are kept; none outlives the program when it is left out. */
  readonly draftsFolder?: string;
  /** The folder of the notes on who has which library open; none is written or read when it is left out. */
  readonly holdersFolder?: string;
  /** The folder of all backups; none is made when it is left out. */
  readonly backupsFolder?: string;
  /** The folder for what is kept of crashes before they are taken back; nothing is kept when it is left out. */
  readonly crashesFolder?: string;
  /** The folder for copies of libraries that stand on a network drive; none is made when it is left out. */
  readonly copiesFolder?: string;
  /** The folder in which is kept which browsers were let in; they have to come in anew after a restart when it is left out. */
  readonly browsersFolder?: string;
  readonly version: string;
  readonly userName: string;
  /** Reads files that others made; closed with the program. */
  readonly reader: Reader;
  /** Where copies of dropped files stay while the program runs; the person's own folder when left out. */
  readonly droppedFolder?: string;
  readonly log: (entry: LogEntry) => void;
  /** The latest entries of that log, where one is kept. */
  readonly latestFaults?: NonNullable<Ports['latestFaults']>;
  /** The licences of all parts, as a text. */
  readonly licencesPath?: string;
}

export interface Served {
  /** http://127.0.0.1:PORT/?code=…, good for one browser. */
  readonly address: string;
  /** Why the library is not open; null when it is. The page says it, too, and offers the ways out. */
  readonly libraryFailure: Failure | null;
  close(): Promise<void>;
}

/** The browser shell: the program on the loopback address, for one person on this machine. */
export async function serveApplication(options: ServeOptions): Promise<Served> {
  const files = readStaticFiles(options.pageFolder);
  const streams = new EventStreams();
  const copies = new DroppedCopies(options.droppedFolder ?? join(personalFolder(), 'dropped'));
  const questions = new FileQuestions(
    () => dirname(application.libraryPath() ?? options.databasePath),
    (question) => {
      streams.send('files.wanted', question);
    },
  );
  const ports: Ports = {
    shell: 'browser',
    chooseFile: (wish) => questions.choose(wish),
    chooseFiles: (wish) => questions.chooseSeveral(wish),
    chooseFolder: (purpose) => questions.chooseFolder(purpose),
    fileChosen: (question, names) => {
      questions.answer(question, names);
    },
    droppedFile: (dropped) => copies.find(dropped),
    revealFile: () => undefined,
    send: (name, payload) => {
      streams.send(name, payload);
    },
    userName: options.userName,
    now: () => new Date(),
    log: options.log,
    ...(options.latestFaults === undefined ? {} : { latestFaults: options.latestFaults }),
  };
  const application: Application = startApplication({ ...options, ports });

  const server = createServer();
  // Else Node closes a connection after five quiet seconds, perhaps while the page is using it again.
  server.keepAliveTimeout = 0;
  try {
    await listen(server, options.port);
  } catch (error) {
    // Whoever tries another port opens the library again.
    await application.close();
    throw error;
  }
  const { port } = server.address() as AddressInfo;
  const browsers = await KnownBrowsers.ofPort(port, options.browsersFolder ?? null);
  const entrance = new Entrance(port, browsers);
  const shell: Shell = {
    application,
    files,
    streams,
    questions,
    copies,
    entrance,
    guard: new RequestGuard(port, entrance),
  };
  server.on('request', (request, response) => {
    void answer(shell, request, response).catch(() => {
      // A page that hears nothing would take the program for gone.
      if (response.headersSent) response.destroy();
      else end(response, 500);
    });
  });

  return {
    address: `http://127.0.0.1:${port}/?code=${entrance.newCode()}`,
    libraryFailure: application.libraryFailure(),
    close: async () => {
      streams.close();
      questions.cancel();
      server.close();
      server.closeAllConnections();
      await application.close();
      await copies.close();
      await browsers.settled();
    },
  };
}

interface Shell {
  readonly application: Application;
  readonly files: StaticFiles;
  readonly streams: EventStreams;
  readonly questions: FileQuestions;
  readonly copies: DroppedCopies;
  readonly entrance: Entrance;
  readonly guard: RequestGuard;
}

async function answer(shell: Shell, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const { guard } = shell;
  if (!guard.hostIsOurs(request) || !guard.originIsOurs(request)) {
    end(response, 403);
    return;
  }
  const url = new URL(request.url ?? '/', 'http://127.0.0.1');
  if (request.method === 'POST' && url.pathname.startsWith('/call/')) {
    await answerCall(shell, url.pathname.slice('/call/'.length), request, response);
  } else if (request.method === 'POST' && url.pathname === '/dropped') {
    await takeFile(shell, url.searchParams, request, response);
  } else if (request.method === 'GET' && url.pathname === '/events') {
    if (!guard.pageIsOurs(request)) {
      end(response, 403);
      return;
    }
    shell.streams.add(response, () => {
      // The page that was asked is gone; nobody is left to answer.
      if (shell.streams.count === 0) shell.questions.cancel();
    });
  } else if (request.method === 'GET' && url.pathname === '/' && url.searchParams.has('code')) {
    letIn(shell.entrance.trade(url.searchParams.get('code') ?? ''), response);
  } else if (request.method === 'GET') {
    answerFile(shell.files, url.pathname, response);
  } else {
    end(response, 405);
  }
}

/**
 * Leads on to the page itself, so that no code stands in the address bar, a history or a bookmark. A browser without a
 * cookie is told by the page what to do, whichever way it came; one that has a cookie goes on with it.
 */
function letIn(cookie: string | null, response: ServerResponse): void {
  response.writeHead(303, {
    location: '/',
    ...commonHeaders,
    ...(cookie === null ? {} : { 'set-cookie': cookie }),
  });
  response.end();
}

async function answerCall(
  { guard, application, copies }: Shell,
  name: string,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  if (!guard.pageIsOurs(request)) {
    end(response, 403);
    return;
  }
  const body = await readBody(request);
  const envelope =
    body === null
      ? failed({ code: 'request-invalid' as const, request: name, issues: ['body'] })
      : await application.dispatch(decodeURIComponent(name), body.input, libraryOf(request));
  endWith(response, envelope, copies);
}

/** The library that the page says it shows. */
function libraryOf({ headers }: IncomingMessage): string | null {
  const library = headers['x-sengen-library'];
  return typeof library === 'string' ? library : null;
}

/** A file that was dropped on the page: its bytes, by the same rules as a request. */
async function takeFile(
  { guard, copies }: Shell,
  query: URLSearchParams,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  if (!guard.pageIsOurs(request)) {
    end(response, 403);
    return;
  }
  const size = Number(query.get('size') ?? 0);
  endWith(response, await copies.take(request, query.get('name') ?? '', size), copies);
}

function endWith(response: ServerResponse, envelope: Envelope, copies: DroppedCopies): void {
  const { req: request } = response;
  // What is left of a body that was too long or had no end is thrown away, and not for long: a connection that is
  // cut at once may lose the answer.
  if (!request.complete) {
    request.resume();
    response.once('finish', () => setTimeout(() => request.destroy(), longestFarewell).unref());
  }
  const connection = request.complete ? {} : { connection: 'close' };
  response.writeHead(200, {
    'content-type': 'application/json; charset=utf-8',
    ...connection,
    ...commonHeaders,
  });
  if (!envelope.ok && 'path' in envelope.failure) {
    const path = copies.nameFor(envelope.failure.path);
    response.end(JSON.stringify(failed({ ...envelope.failure, path })));
  } else response.end(JSON.stringify(envelope));
}

/** How long a connection stays open behind the answer to a body that had no end, in milliseconds. */
const longestFarewell = 2_000;

const commonHeaders = {
  'cache-control': 'no-store',
  'x-content-type-options': 'nosniff',
  'cross-origin-resource-policy': 'same-origin',
  'referrer-policy': 'no-referrer',
};

/**
 * The build names each script, look and font after its content: what is there once never changes, and a second
 * window or a reload needs none of it again. Nothing of a report is among them.
 */
const keptForGood = { 'cache-control': 'private, max-age=31536000, immutable' };

function answerFile(files: StaticFiles, path: string, response: ServerResponse): void {
  const file = files.get(path);
  if (file === undefined) {
    end(response, 404);
    return;
  }
  response.writeHead(200, {
    'content-type': file.type,
    'content-security-policy': contentSecurityPolicy("'self'"),
    'cross-origin-opener-policy': 'same-origin',
    ...commonHeaders,
    ...(path.startsWith('/assets/') ? keptForGood : {}),
  });
  response.end(file.bytes);
}

function end(response: ServerResponse, status: number): void {
  response.writeHead(status, commonHeaders);
  response.end();
}

function listen(server: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => {
      server.off('error', reject);
      resolve();
    });
  });
}
