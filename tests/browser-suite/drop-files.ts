import type { CDPSession, Page } from 'playwright-core';

const sessions = new WeakMap<Page, Promise<CDPSession>>();

/** Drags files of this machine over the page, as a person does from a folder, without letting go. */
export async function dragFiles(page: Page, files: readonly string[], at = middleOf(page)): Promise<void> {
  for (const type of ['dragEnter', 'dragOver'] as const) await dispatch(page, type, files, at);
}

/** Drops files of this machine on the page. */
export async function dropFiles(page: Page, files: readonly string[], at = middleOf(page)): Promise<void> {
  await dragFiles(page, files, at);
  await dispatch(page, 'drop', files, at);
}

/** The drag is given up: Esc, or the pointer leaves the window. */
export async function cancelDrag(page: Page, files: readonly string[]): Promise<void> {
  await dispatch(page, 'dragCancel', files, middleOf(page));
}

interface Point {
  readonly x: number;
  readonly y: number;
}

function middleOf(page: Page): Point {
  const { width, height } = page.viewportSize() ?? { width: 1000, height: 600 };
  return { x: width / 2, y: height / 2 };
}

async function dispatch(
  page: Page,
  type: 'dragEnter' | 'dragOver' | 'drop' | 'dragCancel',
  files: readonly string[],
  at: Point,
): Promise<void> {
  const session = sessions.get(page) ?? page.context().newCDPSession(page);
  sessions.set(page, session);
  const data = { items: [], files: [...files], dragOperationsMask: 1 };
  await (await session).send('Input.dispatchDragEvent', { type, ...at, data });
}
