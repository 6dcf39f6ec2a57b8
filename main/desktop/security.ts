import { app, type Event, type Session, type WebContents } from 'electron';
import { isPageAddress } from './page-address.ts';

/** Switches by which another program could look into or steer this one. */
const openingSwitches = [
  'inspect',
  'inspect-brk',
  'inspect-port',
  'remote-debugging-port',
  'remote-debugging-pipe',
];

/** Takes debugging switches away from a released program. Only read before Electron is ready. */
export function refuseDebugging(): void {
  for (const name of openingSwitches) app.commandLine.removeSwitch(name);
}

/** No page of this session gets any permission or device, and nothing is downloaded. */
export function grantNothing(session: Session): void {
  // Electron's default is to grant; each of the three asks in another way.
  session.setPermissionRequestHandler((_contents, _permission, decide) => {
    decide(false);
  });
  session.setPermissionCheckHandler(() => false);
  session.setDevicePermissionHandler(() => false);
  session.on('will-download', (event) => {
    event.preventDefault();
  });
}

/** Every page stays where it is, opens no window and holds no webview, whoever makes it. */
export function confinePages(): void {
  app.on('web-contents-created', (_event, contents) => {
    confine(contents);
  });
}

function confine(contents: WebContents): void {
  contents.setWindowOpenHandler(() => ({ action: 'deny' }));
  contents.on('will-attach-webview', prevent);
  contents.on('will-navigate', preventUnlessPage);
  contents.on('will-redirect', preventUnlessPage);
  contents.on('will-frame-navigate', preventUnlessPage);
}

function prevent(event: Event): void {
  event.preventDefault();
}

/** A frame inside the page may not go anywhere, not even to the page: it has none. */
function preventUnlessPage(event: Event<{ readonly url: string; readonly isMainFrame: boolean }>): void {
  if (!event.isMainFrame || !isPageAddress(event.url)) event.preventDefault();
}
