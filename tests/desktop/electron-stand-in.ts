import { fork, type ChildProcess } from 'node:child_process';
import { EventEmitter } from 'node:events';
import { join } from 'node:path';

/**
 * What main/desktop uses of Electron, without Electron.
 *
 * As strict as the real one where that can be known: what crosses IPC is cloned both ways, what must
 * come before (or after) `ready` throws when it doesn't, a destroyed window throws, and a second
 * handler for one channel throws. Everything is recorded. The tests' alias puts this in the place of
 * `electron`; each boot imports it anew (see boot-desktop.ts).
 */

type Listener = (...values: never[]) => unknown;

/** What was done to this Electron, and what a test makes its system answer. */
export const machine = {
  ready: false,
  quits: 0,
  exitCode: null as number | null,
  sandboxEnabled: false,
  isOnlyInstance: true,
  switches: new Map<string, string>(),
  privilegedSchemes: [] as unknown[],
  windows: [] as BrowserWindow[],
  sessions: new Map<string, Session>(),
  menu: [] as MenuItem[],
  paths: new Map<string, string>([['documents', '/documents']]),
  workAreas: [{ x: 0, y: 0, width: 1920, height: 1040 }],
  shownInFolder: [] as string[],
  dialogs: [] as { readonly kind: string; readonly window: unknown; readonly options: DialogOptions }[],
  /** Answers to coming dialogs, first one first. */
  answers: [] as unknown[],
  handlers: new Map<string, (event: InvokeEvent, ...values: unknown[]) => unknown>(),
  /** Where the system says that a dropped file stands. */
  placesOfFiles: new WeakMap<object, string>(),
  /** Where Node tells of errors that nobody has caught. */
  faults: new EventEmitter(),
  /** What the preload script put into the page. */
  world: {} as Record<string, unknown>,
  /** The frame in which the page's own scripts run. */
  page: null as WebContents | null,
};

interface DialogOptions {
  readonly title?: string;
  readonly message?: string;
  readonly detail?: string;
  readonly buttons?: readonly string[];
  readonly cancelId?: number;
  readonly signal?: AbortSignal;
  readonly filters?: readonly { readonly name: string; readonly extensions: readonly string[] }[];
  readonly defaultPath?: string;
}

export interface MenuItem {
  readonly label?: string;
  readonly role?: string;
  readonly type?: string;
  readonly submenu?: readonly MenuItem[];
}

export interface Frame {
  readonly url: string;
  readonly origin: string;
  readonly parent: Frame | null;
}

export interface InvokeEvent {
  readonly sender: WebContents;
  readonly senderFrame: Frame | null;
}

function onlyBeforeReady(what: string): void {
  if (machine.ready) throw new Error(`${what} has no effect after ready`);
}

function onlyAfterReady(what: string): void {
  if (!machine.ready) throw new Error(`${what} can't be used before ready`);
}

class App extends EventEmitter {
  isPackaged = true;
  readonly #ready = Promise.withResolvers<undefined>();

  readonly commandLine = {
    appendSwitch: (name: string, value = '') => {
      onlyBeforeReady('appendSwitch');
      machine.switches.set(name, value);
    },
    removeSwitch: (name: string) => {
      onlyBeforeReady('removeSwitch');
      machine.switches.delete(name);
    },
    hasSwitch: (name: string) => machine.switches.has(name),
    getSwitchValue: (name: string) => machine.switches.get(name) ?? '',
  };

  whenReady(): Promise<undefined> {
    return this.#ready.promise;
  }

  becomeReady(): void {
    machine.ready = true;
    this.#ready.resolve(undefined);
  }

  requestSingleInstanceLock(): boolean {
    return machine.isOnlyInstance;
  }

  enableSandbox(): void {
    onlyBeforeReady('enableSandbox');
    machine.sandboxEnabled = true;
  }

  setPath(name: string, path: string): void {
    onlyBeforeReady('setPath');
    machine.paths.set(name, path);
  }

  getPath(name: string): string {
    const path = machine.paths.get(name);
    if (path === undefined) throw new Error(`Failed to get '${name}' path`);
    return path;
  }

  relaunches = 0;
  /** Takes effect when the program ends. */
  relaunch(): void {
    this.relaunches += 1;
  }

  exit(code: number): void {
    machine.exitCode = code;
  }

  setAppUserModelId(_id: string): void {}
  setAboutPanelOptions(_options: unknown): void {}

  /** As Electron: every window is asked to close first, and any of them can say no. */
  quit(): void {
    machine.quits += 1;
    for (const window of machine.windows) if (!window.isDestroyed()) window.close();
  }
}

export const app = new App();

class Session {
  readonly schemes = new Map<string, (request: Request) => Response | Promise<Response>>();
  readonly events = new EventEmitter();
  spellChecker = true;
  proxy: unknown = null;
  beforeRequest:
    ((details: { url: string }, decide: (answer: { cancel: boolean }) => void) => void) | null = null;
  permissionRequest:
    ((contents: unknown, permission: string, decide: (granted: boolean) => void) => void) | null = null;
  permissionCheck: (() => boolean) | null = null;
  devicePermission: (() => boolean) | null = null;

  readonly protocol = {
    handle: (scheme: string, handler: (request: Request) => Response | Promise<Response>) => {
      if (this.schemes.has(scheme)) throw new Error(`${scheme} is handled already`);
      this.schemes.set(scheme, handler);
    },
  };

  readonly webRequest = {
    onBeforeRequest: (listener: NonNullable<Session['beforeRequest']>) => {
      if (this.beforeRequest !== null) throw new Error('the second listener replaces the first');
      this.beforeRequest = listener;
    },
  };

  setSpellCheckerEnabled(enabled: boolean): void {
    if (machine.windows.length > 0) throw new Error('too late: a window has begun to fetch dictionaries');
    this.spellChecker = enabled;
  }
  setProxy(proxy: unknown): Promise<void> {
    this.proxy = proxy;
    return Promise.resolve();
  }
  setPermissionRequestHandler(handler: NonNullable<Session['permissionRequest']>): void {
    this.permissionRequest = handler;
  }
  setPermissionCheckHandler(handler: () => boolean): void {
    this.permissionCheck = handler;
  }
  setDevicePermissionHandler(handler: () => boolean): void {
    this.devicePermission = handler;
  }
  on(name: string, listener: Listener): void {
    this.events.on(name, listener as (...values: unknown[]) => void);
  }
}

export const session = {
  fromPartition: (partition: string): Session => {
    onlyAfterReady('session');
    const made = machine.sessions.get(partition) ?? new Session();
    machine.sessions.set(partition, made);
    return made;
  },
};

class WebContents extends EventEmitter {
  mainFrame: Frame = { url: '', origin: 'null', parent: null };
  /** What pages have heard, in order. */
  readonly heard: { readonly channel: string; readonly values: readonly unknown[] }[] = [];
  readonly toPage = new EventEmitter();
  openHandler: ((details: { url: string }) => { action: string }) | null = null;
  reloads = 0;
  destroyed = false;

  isDestroyed(): boolean {
    return this.destroyed;
  }
  send(channel: string, ...values: unknown[]): void {
    if (this.destroyed) throw new TypeError('Object has been destroyed');
    const sent = structuredClone(values);
    this.heard.push({ channel, values: sent });
    // A page whose process has ended hears nothing, and the sender is not told.
    if (!this.crashed) this.toPage.emit(channel, {}, ...sent);
  }
  setWindowOpenHandler(handler: (details: { url: string }) => { action: string }): void {
    this.openHandler = handler;
  }
  crashed = false;
  /** As Electron: also after the page's process has ended, which it starts again. */
  reload(): void {
    if (this.destroyed) throw new TypeError('Object has been destroyed');
    this.reloads += 1;
    this.crashed = false;
    // What listened in the page that was there is gone.
    this.toPage.removeAllListeners();
  }
  isCrashed(): boolean {
    return this.crashed;
  }
  forcefullyCrashRenderer(): void {
    this.die('killed');
  }
  /** Ends the page's process, as a crash, a lack of memory or the task manager does. */
  die(reason: string): void {
    this.crashed = true;
    this.toPage.removeAllListeners();
    this.emit('render-process-gone', {}, { reason, exitCode: 1 });
  }
}

export class BrowserWindow extends EventEmitter {
  readonly webContents = new WebContents();
  readonly options: WindowOptions;
  shown = false;
  focused = 0;
  maximized = false;
  minimized = false;
  bounds: { x: number; y: number; width: number; height: number };

  constructor(options: WindowOptions) {
    super();
    onlyAfterReady('BrowserWindow');
    this.options = options;
    this.bounds = {
      x: options.x ?? 100,
      y: options.y ?? 80,
      width: options.width ?? 800,
      height: options.height ?? 600,
    };
    machine.windows.push(this);
    app.emit('web-contents-created', {}, this.webContents);
  }

  /** Fetches the page as Chromium would, through the session's own filters, and takes its origin. */
  async loadURL(address: string): Promise<void> {
    const { session: pages } = this.options.webPreferences;
    const url = new URL(address);
    const handler = pages.schemes.get(url.protocol.slice(0, -1));
    if (handler === undefined) throw new Error(`ERR_UNKNOWN_URL_SCHEME ${address}`);
    let cancelled = false;
    pages.beforeRequest?.({ url: address }, ({ cancel }) => (cancelled = cancel));
    const response = await handler(new Request(address));
    if (cancelled || response.status !== 200) throw new Error(`ERR_FAILED ${address}`);
    this.webContents.mainFrame = { url: address, origin: `${url.protocol}//${url.host}`, parent: null };
    machine.page = this.webContents;
    this.emit('ready-to-show');
  }

  close(): void {
    let prevented = false;
    this.emit('close', { preventDefault: () => (prevented = true) });
    if (!prevented) this.destroy();
  }
  destroy(): void {
    if (this.isDestroyed()) return;
    this.webContents.destroyed = true;
    this.emit('closed');
    if (machine.windows.every((window) => window.isDestroyed())) app.emit('window-all-closed');
  }
  isDestroyed(): boolean {
    return this.webContents.destroyed;
  }
  show(): void {
    this.shown = true;
  }
  focus(): void {
    this.focused += 1;
  }
  maximize(): void {
    this.maximized = true;
  }
  isMaximized(): boolean {
    return this.maximized;
  }
  isMinimized(): boolean {
    return this.minimized;
  }
  restore(): void {
    this.minimized = false;
  }
  getNormalBounds(): BrowserWindow['bounds'] {
    if (this.isDestroyed()) throw new TypeError('Object has been destroyed');
    return this.bounds;
  }
}

export interface WindowOptions {
  readonly x?: number;
  readonly y?: number;
  readonly width?: number;
  readonly height?: number;
  readonly webPreferences: Readonly<Record<string, unknown>> & { readonly session: Session };
}

/** As Electron's utility processes: real ones, which speak with structured clones and only after `ready`. */
class UtilityProcess extends EventEmitter {
  readonly #child: ChildProcess;

  constructor(script: string) {
    super();
    this.#child = fork(join(import.meta.dirname, 'utility-process.ts'), [script], {
      execArgv: ['--disable-warning=ExperimentalWarning'],
      serialization: 'advanced',
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    });
    this.#child.on('message', (message) => this.emit('message', message));
    this.#child.once('exit', (code) => this.emit('exit', code ?? 1));
  }
  postMessage(message: unknown): void {
    if (this.#child.connected) this.#child.send(structuredClone(message) as object);
  }
  kill(): boolean {
    return this.#child.kill('SIGTERM');
  }
}

export const utilityProcess = {
  fork: (script: string, args: string[], options: { serviceName: string; stdio: string }) => {
    onlyAfterReady('utilityProcess');
    if (args.length > 0 || options.stdio !== 'ignore') throw new Error('not as it is used');
    return new UtilityProcess(script);
  },
};

export const screen = {
  getAllDisplays: () => {
    onlyAfterReady('screen');
    return machine.workAreas.map((workArea) => ({ workArea }));
  },
};

export const Menu = {
  buildFromTemplate: (template: MenuItem[]) => template,
  setApplicationMenu: (menu: MenuItem[]) => {
    machine.menu = menu;
  },
};

export const shell = {
  showItemInFolder: (path: string) => {
    machine.shownInFolder.push(path);
  },
};

function answerDialog(kind: string): (window: unknown, options: DialogOptions) => Promise<unknown> {
  return async (window, options) => {
    if (isWindow(window) && window.isDestroyed()) throw new TypeError('Object has been destroyed');
    machine.dialogs.push({ kind, window, options });
    if (machine.answers.length === 0) throw new Error(`nobody answers: ${JSON.stringify(options)}`);
    return Promise.race([machine.answers.shift(), dismissed(options)]);
  };
}

function isWindow(window: unknown): window is BrowserWindow {
  return window instanceof BrowserWindow;
}

/** As Electron: a message box whose signal is aborted goes, and counts as cancelled. */
function dismissed({ signal, cancelId }: DialogOptions): Promise<unknown> {
  return new Promise((settle) => {
    signal?.addEventListener('abort', () => {
      settle({ response: cancelId ?? 0, checkboxChecked: false });
    });
  });
}

export const dialog = {
  showOpenDialog: answerDialog('open'),
  showSaveDialog: answerDialog('save'),
  showMessageBox: answerDialog('message'),
  showErrorBox: (title: string, message: string) => {
    machine.dialogs.push({ kind: 'error', window: null, options: { title, message } });
  },
};

export const protocol = {
  registerSchemesAsPrivileged: (schemes: unknown[]) => {
    onlyBeforeReady('registerSchemesAsPrivileged');
    machine.privilegedSchemes = schemes;
  },
};

export const ipcMain = {
  handle: (channel: string, handler: (event: InvokeEvent, ...values: unknown[]) => unknown) => {
    if (machine.handlers.has(channel))
      throw new Error(`Attempted to register a second handler for '${channel}'`);
    machine.handlers.set(channel, handler);
  },
};

/** Calls a channel as any frame could. */
export async function invoke(event: InvokeEvent, channel: string, ...values: unknown[]): Promise<unknown> {
  const handler = machine.handlers.get(channel);
  if (handler === undefined) throw new Error(`No handler registered for '${channel}'`);
  return structuredClone(await handler(event, ...structuredClone(values)));
}

export const ipcRenderer = {
  invoke: (channel: string, ...values: unknown[]) => {
    const { page } = machine;
    if (page === null) throw new Error('there is no page');
    return invoke({ sender: page, senderFrame: page.mainFrame }, channel, ...values);
  },
  on: (channel: string, listener: Listener) => {
    machine.page?.toPage.on(channel, listener as (...values: unknown[]) => void);
  },
  off: (channel: string, listener: Listener) => {
    machine.page?.toPage.off(channel, listener as (...values: unknown[]) => void);
  },
};

export const webUtils = {
  /** As Electron: '' for a file that was made in a script. */
  getPathForFile: (file: object): string => machine.placesOfFiles.get(file) ?? '',
};

export const contextBridge = {
  exposeInMainWorld: (key: string, api: Record<string, unknown>) => {
    if (key in machine.world) throw new Error(`Cannot bind an API on top of '${key}'`);
    machine.world[key] = api;
  },
};
