import { app, session, shell } from 'electron';
import { userInfo } from 'node:os';
import { join, resolve } from 'node:path';
import { success } from '../../shared/result.ts';
import { HandedFiles } from '../files/handed-files.ts';
import {
  backupsFolder,
  crashesFolder,
  copiesFolder,
  draftsFolder,
  holdersFolder,
  logsFolder,
  handInFoldersFile,
  recentLibrariesFile,
} from '../files/program-files.ts';
import { processReader } from '../foreign-files/apart/process-reader.ts';
import type { Envelope } from '../application/dispatch.ts';
import { startApplication } from '../application/start-application.ts';
import { servePage } from './app-protocol.ts';
import { answerCalls, sendEvent, takeDroppedFiles } from './channel.ts';
import { closeWithPage, endWindow } from './close-with-page.ts';
import { createWindow, rememberWindow } from './create-window.ts';
import { endWithSession } from './end-of-session.ts';
import { FileChoice } from './file-choice.ts';
import { askForFiles, askForFolder } from './file-dialogs.ts';
import { firstLibrary, partsAmong, rememberLibrary } from './first-library.ts';
import { installMenu } from './menu.ts';
import { tellFailure } from './messages.ts';
import { launchReading } from './launch-reading.ts';
import { keepSessionOffline } from './offline.ts';
import { pageAddress } from './page-address.ts';
import { PageDeparture } from './page-departure.ts';
import { PendingCalls } from './pending-calls.ts';
import { ProgramLog } from '../files/program-log.ts';
import { grantNothing } from './security.ts';
import { watchPage } from './watch-page.ts';
import { watchProgram } from './watch-program.ts';
import type { DesktopOptions } from './desktop-options.ts';

/** What another start of the program can ask of the one that runs. */
export interface Program {
  focus(): void;
  openLibrary(path: string): Promise<void>;
  /** Has the page look at parts that were double-clicked. */
  handOver(parts: readonly string[]): void;
}

/** Opens the window, the application behind it and the channel between them. */
export async function openProgram(
  options: DesktopOptions & { readonly inDevelopment: boolean },
): Promise<Program> {
  const { program, inDevelopment } = options;
  const userFolder = app.getPath('userData');
  const settings = { path: join(userFolder, 'settings.json') };
  const stateFile = { path: join(userFolder, 'window.json') };

  // In memory: the page keeps nothing on the disk that is not in the library.
  const pages = session.fromPartition('sengen', { cache: false });
  grantNothing(pages);
  await keepSessionOffline(pages, inDevelopment);
  servePage(pages, program.page);
  installMenu(inDevelopment);
  app.setAboutPanelOptions({
    applicationName: 'Sengen',
    applicationVersion: program.version,
    copyright: '',
  });

  const window = createWindow({ programFolder: program.root, session: pages, stateFile, inDevelopment });
  const files = new FileChoice(window);
  const dropped = new HandedFiles();
  const keepParts = (paths: readonly string[]): string[] =>
    paths.map((path) => dropped.keep({ path, isCopy: false }));
  /** Until the page asks for them. */
  const handedOver = keepParts(partsAmong(options.arguments).map((path) => resolve(path)));
  const calls = new PendingCalls();
  const departure = new PageDeparture(window);
  const log = new ProgramLog(logsFolder(userFolder));
  const logFault = (error: unknown): void => {
    log.write({ reference: '', request: '', error });
  };
  const application = startApplication({
    ...firstLibrary(options.arguments, settings, options.personalFolder),
    version: program.version,
    samplePath: program.sample,
    formsFolder: program.forms,
    licencesPath: program.licences,
    recentPath: recentLibrariesFile(options.personalFolder),
    handInFoldersPath: handInFoldersFile(options.personalFolder),
    draftsFolder: draftsFolder(options.personalFolder),
    backupsFolder: backupsFolder(options.personalFolder),
    crashesFolder: crashesFolder(options.personalFolder),
    holdersFolder: holdersFolder(options.personalFolder),
    copiesFolder: copiesFolder(options.personalFolder),
    reader: processReader(launchReading, program.reading),
    ports: {
      shell: 'desktop',
      chooseFile: (wish) => files.choose(wish),
      chooseFiles: (wish) => askForFiles(window, wish),
      chooseFolder: (purpose) => askForFolder(window, purpose),
      pageIsDone: (question, left) => {
        departure.answered(question, left);
      },
      droppedFile: (token) => dropped.find(token),
      handedOver: () => handedOver.splice(0),
      revealFile: (path) => {
        shell.showItemInFolder(path);
      },
      send: (name, payload) => {
        sendEvent(window.webContents, name, payload);
      },
      userName: userName(),
      now: () => new Date(),
      log: (entry) => {
        log.write(entry);
      },
      latestFaults: (count) => log.latest(count),
    },
  });

  let remembered = application.libraryPath();
  const dispatch = async (
    name: string,
    input: unknown,
    library: string | null = null,
  ): Promise<Envelope> => {
    const answer = application.dispatch(name, input, library);
    // The answer to whether the page is done is none of what it still does.
    const envelope = await (name === 'application.readyToClose' ? answer : calls.count(answer));
    const path = application.libraryPath();
    if (path !== null && path !== remembered) await rememberLibrary(settings, path);
    remembered = path;
    return envelope;
  };
  answerCalls(dispatch);
  takeDroppedFiles((path) => success({ token: dropped.keep({ path, isCopy: false }) }));
  const reload = (): void => {
    window.webContents.reload();
  };
  const ending = {
    window,
    application,
    lastly: () => rememberWindow(window, stateFile),
  };
  closeWithPage({ ...ending, departure, calls, reload, log: logFault });
  endWithSession({ ...ending, departure, log: logFault });
  watchPage({ window, departure, reload, end: () => endWindow(ending), log: logFault });
  watchProgram({ window, faults: options.faults, log: logFault });
  await window.loadURL(pageAddress);

  return {
    focus: () => {
      if (window.isDestroyed()) return;
      if (window.isMinimized()) window.restore();
      window.focus();
    },
    openLibrary: async (path) => {
      files.handOver(path);
      const envelope = await dispatch('library.open', {});
      if (!envelope.ok) await tellFailure(window, envelope.failure);
    },
    handOver: (parts) => {
      handedOver.push(...keepParts(parts));
      sendEvent(window.webContents, 'parts.handedOver', {});
    },
  };
}

/** The account's name, for the log of changes; a system without accounts has none. */
function userName(): string {
  try {
    return userInfo().username;
  } catch {
    return '';
  }
}
