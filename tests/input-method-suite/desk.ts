import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { viewportOf, type WindowSize } from '../support/window-sizes.ts';
import { profile } from './profile.ts';
import { firstLine, output } from './programs.ts';

/** Milliseconds until a program of the desk must have answered, on however busy a machine. */
const patience = 60_000;

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * A desk as a person sits at it: a screen with windows on it, a keyboard, and a Japanese input method.
 *
 * The screen is drawn in memory (Xvfb). What is typed goes through the window system and the input
 * method into whatever has the focus, as it does on a user's PC; the browser's protocol knows nothing of it.
 */
export class Desk {
  /** What a program needs to show a window on this screen and to be composed into. */
  readonly environment: Environment;
  readonly #programs: readonly ChildProcess[];

  private constructor(environment: Environment, programs: readonly ChildProcess[]) {
    this.environment = environment;
    this.#programs = programs;
  }

  /** `home`: an empty folder, which keeps what the input method learns apart from the person's own. */
  static async start(home: string, size: WindowSize): Promise<Desk> {
    const programs: ChildProcess[] = [];
    try {
      return await Desk.#begin(home, size, programs);
    } catch (error) {
      await endAll(programs);
      throw error;
    }
  }

  static async #begin(home: string, size: WindowSize, programs: ChildProcess[]): Promise<Desk> {
    const { width, height } = viewportOf(size);
    const begin = (command: string, words: readonly string[], env: Environment): ChildProcess => {
      const child = spawn(command, words, { env, stdio: ['ignore', 'pipe', 'ignore', 'pipe'] });
      programs.push(child);
      return child;
    };
    mkdirSync(join(home, '.config/fcitx5'), { recursive: true });
    writeFileSync(join(home, '.config/fcitx5/profile'), profile);
    const own: Environment = {
      ...process.env,
      HOME: home,
      XDG_CONFIG_HOME: join(home, '.config'),
      XDG_DATA_HOME: join(home, '.local/share'),
      XDG_CACHE_HOME: join(home, '.cache'),
      XDG_RUNTIME_DIR: home,
      LANG: 'C.UTF-8',
      LC_ALL: 'C.UTF-8',
    };
    const screen = begin('Xvfb', ['-displayfd', '3', '-screen', '0', `${width}x${height}x24`], own);
    const display = `:${await firstLine(screen.stdio[3])}`;
    const bus = begin('dbus-daemon', ['--session', '--nofork', '--print-address'], own);
    const environment: Environment = {
      ...own,
      DISPLAY: display,
      DBUS_SESSION_BUS_ADDRESS: await firstLine(bus.stdout),
      XMODIFIERS: '@im=fcitx',
      GTK_IM_MODULE: 'fcitx',
    };
    begin('openbox', [], environment);
    begin('fcitx5', ['--disable=wayland,waylandim'], environment);
    const desk = new Desk(environment, programs);
    await desk.#until(async () => (await desk.#run('fcitx5-remote')) !== '', 'fcitx5 does not answer');
    return desk;
  }

  /** Switches the Japanese input method on or off for the window that has the focus. */
  async japanese(on: boolean): Promise<void> {
    const name = on ? 'anthy' : 'keyboard-us';
    await this.#until(async () => {
      await this.#run('fcitx5-remote', on ? '-o' : '-c');
      await this.#run('fcitx5-remote', '-s', name);
      return (await this.#run('fcitx5-remote', '-n')) === name;
    }, `the input method does not become ${name}`);
  }

  /** Presses the keys of a text one after the other, as a hand does: romaji become what they are read as. */
  async type(romaji: string): Promise<void> {
    await this.#run('xdotool', 'type', '--delay', '40', romaji);
  }

  /** Presses keys by their names in the window system: `Return`, `space`, `ctrl+s`. */
  async press(...keys: readonly string[]): Promise<void> {
    for (const key of keys) await this.#run('xdotool', 'key', key);
  }

  /** Presses the mouse at a place of the screen, in pixels. */
  async click(x: number, y: number): Promise<void> {
    await this.#run('xdotool', 'mousemove', String(Math.round(x)), String(Math.round(y)), 'click', '1');
  }

  /** What a person sees, the input method's choices too. */
  async picture(path: string): Promise<void> {
    await this.#run('import', '-window', 'root', path);
  }

  /** Ends its programs, the last first. */
  async end(): Promise<void> {
    await endAll(this.#programs);
  }

  #run(command: string, ...words: readonly string[]): Promise<string> {
    return output(command, words, this.environment);
  }

  async #until(isSo: () => Promise<boolean>, complaint: string): Promise<void> {
    const end = Date.now() + patience;
    while (!(await isSo())) {
      if (Date.now() > end) throw new Error(complaint);
      await pause(50);
    }
  }
}

async function endAll(programs: readonly ChildProcess[]): Promise<void> {
  for (const program of [...programs].reverse()) {
    if (program.exitCode !== null || program.signalCode !== null) continue;
    program.kill('SIGKILL');
    await once(program, 'exit');
  }
}
