import type { BrowserWindowConstructorOptions, Session } from 'electron';

export interface WindowWish {
  readonly session: Session;
  readonly preloadPath: string;
  readonly iconPath: string;
  readonly inDevelopment: boolean;
  readonly bounds: {
    readonly width: number;
    readonly height: number;
    readonly x?: number;
    readonly y?: number;
  };
}

/** What every window of this program is made with: a page without any power of its own. */
export function windowOptions(wish: WindowWish): BrowserWindowConstructorOptions {
  return {
    ...wish.bounds,
    minWidth: 900,
    minHeight: 600,
    // Shown when the page has drawn itself: no white flash.
    show: false,
    backgroundColor: '#ffffff',
    title: 'Sengen',
    icon: wish.iconPath,
    webPreferences: {
      session: wish.session,
      preload: wish.preloadPath,
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
      devTools: wish.inDevelopment,
    },
  };
}
