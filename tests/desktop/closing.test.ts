import { setTimeout as delay } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import { closingQuestions, troubleQuestions } from '../../shared/words/window-words.ts';
import { answerClosing, bootDesktop, untilClosed, eventually, type Booted } from './boot-desktop.ts';

const heading = {
  municipality: '川辺市',
  department: '総務部',
  fiscalYear: 2025,
  yearLabel: '令和7年度',
  headPost: '総務部長',
  headName: '堤 一郎',
};

const questions = ({ electron }: Booted) => electron.machine.dialogs.map(({ options }) => options.message);
const asked = (booted: Booted, count: number) =>
  eventually(() => {
    expect(questions(booted)).toHaveLength(count);
  });
const storedIn = async (personalFolder: string): Promise<unknown[]> => {
  const { wire } = await bootDesktop({ personalFolder });
  return ((await wire.call('reports.list', {})) as { value: unknown[] }).value;
};

describe('a closing window', () => {
  test('goes at once when the page says that nothing is left, and nobody is asked', async () => {
    const booted = await bootDesktop();
    answerClosing(booted, 'nothing');
    booted.window.close();
    expect(booted.window.isDestroyed()).toBe(false);
    await untilClosed(booted);
    expect(questions(booted)).toEqual([]);
    expect(booted.electron.machine.quits).toBe(1);
  });

  test('waits for what the page still sends, however many times, before it says so', async () => {
    const first = await bootDesktop();
    answerClosing(first, 'nothing', async () => {
      await first.wire.call('reports.create', heading);
      // Nothing is said for a while: that is no answer.
      await delay(600);
      await first.wire.call('reports.create', { ...heading, department: '財政部' });
    });
    first.window.close();
    await untilClosed(first);
    expect(questions(first)).toEqual([]);
    expect(await storedIn(first.personalFolder)).toHaveLength(2);
  });

  test('closed twice asks the page once', async () => {
    const booted = await bootDesktop();
    const heard: string[] = [];
    booted.wire.on((name) => heard.push(name));
    answerClosing(booted, 'nothing', () => delay(50));
    booted.window.close();
    booted.window.close();
    await untilClosed(booted);
    expect(heard.filter((name) => name === 'application.closing')).toHaveLength(1);
  });

  test('stays when the person goes back to what could not be stored, and goes when they let it', async () => {
    const booted = await bootDesktop();
    const { electron, window, wire } = booted;
    answerClosing(booted, 'kept');
    electron.machine.answers = [{ response: 0 }];
    window.close();
    await asked(booted, 1);
    expect(await wire.call('reports.list', {})).toMatchObject({ ok: true });
    expect(window.isDestroyed()).toBe(false);
    const { message, detail, ways } = closingQuestions.kept;
    expect(electron.machine.dialogs[0]?.options).toMatchObject({
      message,
      detail,
      buttons: ways,
      defaultId: 0,
      cancelId: 0,
    });

    electron.machine.answers = [{ response: 1 }];
    window.close();
    await untilClosed(booted);
  });

  test('says another thing when what is typed is kept nowhere', async () => {
    const booted = await bootDesktop();
    answerClosing(booted, 'unkept');
    booted.electron.machine.answers = [{ response: 1 }];
    booted.window.close();
    await untilClosed(booted);
    expect(booted.electron.machine.dialogs[0]?.options.detail).toContain('失われます');
  });

  test('with a page that never answers asks, and asks again of whoever waits', async () => {
    const booted = await bootDesktop();
    booted.electron.machine.answers = [{ response: 0 }, { response: 1 }];
    booted.window.close();
    await untilClosed(booted);
    expect(questions(booted)).toEqual([closingQuestions.silent.message, closingQuestions.silent.message]);
  });

  test('takes its question back when the page answers meanwhile', async () => {
    const booted = await bootDesktop();
    const { promise, resolve } = Promise.withResolvers<undefined>();
    answerClosing(booted, 'nothing', () => promise);
    // Nobody presses anything.
    booted.electron.machine.answers = [new Promise(() => undefined)];
    booted.window.close();
    await asked(booted, 1);
    resolve(undefined);
    await untilClosed(booted);
  });

  test('tells of work that is not done though all is stored', async () => {
    const booted = await bootDesktop();
    answerClosing(booted, 'nothing');
    // A dialog that nobody answers is a call without an end.
    booted.electron.machine.answers = [new Promise(() => undefined), { response: 1 }];
    void booted.wire.call('library.open', {});
    booted.window.close();
    await untilClosed(booted);
    expect(questions(booted)).toEqual([undefined, closingQuestions.working.message]);
  });

  test.each([
    ['shown anew', { response: 0 }, 1],
    ['closed', { response: 1 }, 0],
  ])('whose page dies meanwhile can be %s', async (_what, answer, reloads) => {
    const booted = await bootDesktop();
    booted.electron.machine.answers = [answer];
    booted.window.close();
    booted.window.webContents.die('oom');
    await asked(booted, 1);
    expect(questions(booted)).toEqual([closingQuestions.gone.message]);
    await eventually(() => {
      expect(booted.window.isDestroyed()).toBe(reloads === 0);
      if (reloads > 0) expect(booted.window.webContents.reloads).toBe(reloads);
    });
  });
});

describe('a page', () => {
  test('that crashed is shown anew after a word to the person', async () => {
    const { electron, window } = await bootDesktop();
    electron.machine.answers = [{ response: 0 }];
    window.webContents.die('crashed');
    await eventually(() => {
      expect(window.webContents.reloads).toBe(1);
    });
    expect(electron.machine.dialogs[0]?.options.message).toBe(troubleQuestions.gone.message);
  });

  test('that ends because its window goes is no matter for anybody', async () => {
    const booted = await bootDesktop();
    booted.window.webContents.die('clean-exit');
    await delay(20);
    expect(questions(booted)).toEqual([]);
  });

  test('that hangs can be waited for: the question goes when it answers again', async () => {
    const booted = await bootDesktop();
    booted.electron.machine.answers = [new Promise(() => undefined)];
    booted.window.emit('unresponsive');
    booted.window.emit('unresponsive');
    await asked(booted, 1);
    booted.window.emit('responsive');
    await delay(20);
    expect(booted.window.webContents.reloads).toBe(0);
    // Another time it is asked anew.
    booted.electron.machine.answers = [{ response: 0 }];
    booted.window.emit('unresponsive');
    await asked(booted, 2);
  });

  test('that hangs is ended and shown anew without a second question', async () => {
    const booted = await bootDesktop();
    booted.electron.machine.answers = [{ response: 1 }];
    booted.window.emit('unresponsive');
    await eventually(() => {
      expect(booted.window.webContents.reloads).toBe(1);
    });
    expect(questions(booted)).toEqual([troubleQuestions.unresponsive.message]);
  });

  test('that died gets back what it had typed', async () => {
    const booted = await bootDesktop();
    const { wire } = booted;
    const made = (await wire.call('reports.create', heading)) as { value: { report: string } };
    const { report } = made.value;
    const edit = {
      kind: 'set-field',
      owner: 'report',
      field: 'headName',
      before: '堤 一郎',
      after: '岸 二郎',
    };
    const draft = { steps: [{ id: 'step1', edits: [edit] }], aside: [], unsent: [] };
    const { library } = ((await wire.call('application.start', {})) as { value: { library: unknown } })
      .value;
    await wire.call('drafts.keep', { library, report, page: 'page1', turn: 1, draft });
    booted.electron.machine.answers = [{ response: 0 }];
    booted.window.webContents.die('crashed');
    await eventually(() => {
      expect(booted.window.webContents.reloads).toBe(1);
    });
    expect(await wire.call('drafts.read', { report })).toMatchObject({
      value: [{ page: 'page1', draft: { steps: [{ edits: [{ after: '岸 二郎' }] }] } }],
    });
  });
});

describe('the end of the session', () => {
  test('asks the page for what it holds and the person for nothing', async () => {
    const first = await bootDesktop();
    answerClosing(first, 'nothing', () => first.wire.call('reports.create', heading));
    let prevented = false;
    first.window.emit('query-session-end', { preventDefault: () => (prevented = true), reasons: [] });
    first.window.emit('session-end', { reasons: ['shutdown'] });
    expect(prevented).toBe(false);
    // The library is let go: the next program can open it though this one was never closed.
    await eventually(async () => {
      expect(await storedIn(first.personalFolder)).toHaveLength(1);
    });
    expect(questions(first)).toEqual([]);
  });
});

describe('a fault that nobody has caught', () => {
  test.each(['uncaughtException', 'unhandledRejection'])(
    '%s is logged and told once; starting anew stores what is typed first',
    async (name) => {
      const booted = await bootDesktop();
      const { electron, window } = booted;
      answerClosing(booted, 'nothing', () => booted.wire.call('reports.create', heading));
      const { promise, resolve } = Promise.withResolvers<{ response: number }>();
      electron.machine.answers = [promise];
      electron.machine.faults.emit(name, new Error('試験の不具合'));
      electron.machine.faults.emit(name, new Error('試験の不具合'));
      await asked(booted, 1);
      expect(questions(booted)).toEqual([troubleQuestions.fault.message]);
      expect(window.isDestroyed()).toBe(false);
      resolve({ response: 0 });
      await untilClosed(booted);
      expect(electron.app.relaunches).toBe(1);
      expect(await storedIn(booted.personalFolder)).toHaveLength(1);
      expect(booted.log()).toContain('試験の不具合');
    },
  );

  test('can be gone on from', async () => {
    const booted = await bootDesktop();
    booted.electron.machine.answers = [{ response: 1 }];
    booted.electron.machine.faults.emit('uncaughtException', new Error('試験の不具合'));
    await asked(booted, 1);
    expect(await booted.wire.call('reports.create', heading)).toMatchObject({ ok: true });
    expect(booted.window.isDestroyed()).toBe(false);
  });

  test('a process of Chromium’s that died is logged, and nobody is asked', async () => {
    const booted = await bootDesktop();
    const details = { type: 'GPU', reason: 'crashed', exitCode: 139, name: 'GPU' };
    booted.electron.app.emit('child-process-gone', {}, details);
    expect(booted.log()).toContain('child-process-gone: GPU');
    expect(questions(booted)).toEqual([]);
  });
});
