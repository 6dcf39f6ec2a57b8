import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { Context } from '../../main/application/context.ts';
import { unitOfWork } from '../../main/application/unit-of-work.ts';
import { failed, success } from '../../shared/result.ts';
import { actor, identifier, libraryWith, report, reopened, step, valueOf } from '../data/sample-content.ts';
import { temporaryFolder } from '../data/temporary-folder.ts';

const content = report();
const [row] = content.initiatives;
const retitle = (title: string) =>
  step({
    kind: 'set-field',
    owner: 'row',
    initiative: row!.id,
    field: 'title',
    before: row!.title,
    after: title,
  });
const nobodysRow = [{ initiative: 'nobody', earlier: null }];

/** An open library, a context over it, and what the pages were told. */
function opened() {
  const path = join(temporaryFolder(), '報告.sengen');
  libraryWith(path, content);
  const library = reopened(path);
  const told: string[] = [];
  const context = {
    session: { library },
    ports: { send: (name: string) => told.push(name) },
  } as unknown as Context;
  const title = (): string | undefined =>
    valueOf(library.reports.read(content.id)).report.initiatives[0]?.title;
  return { library, context, told, title };
}

test('what several stores hold is stored as one, and the pages hear of it afterwards', () => {
  const { library, context, told, title } = opened();
  const done = unitOfWork(context, (unit, { reports, phrases }) => {
    const kept = reports.commit(content.id, retitle('一つ目'), actor);
    if (!kept.ok) return kept;
    unit.ports.send('library.changed', {});
    expect(told).toEqual([]);
    return phrases.write({ id: identifier(), text: '定型文' });
  });
  expect(done.ok).toBe(true);
  expect([title(), told]).toEqual(['一つ目', ['library.changed']]);
  library.close();
});

test('a failure of the second store takes back the first, and the pages hear nothing', () => {
  const { library, context, told, title } = opened();
  const before = title();
  const done = unitOfWork(context, (unit, { reports, links }) => {
    const kept = reports.commit(content.id, retitle('半分だけ'), actor);
    unit.ports.send('library.changed', {});
    return kept.ok ? links.confirm(nobodysRow) : kept;
  });
  expect(done).toMatchObject({ ok: false, failure: { code: 'link-refused' } });
  expect([title(), told]).toEqual([before, []]);
  // The library works on, and the step that was taken back is not known.
  expect(library.reports.commit(content.id, retitle('次の一歩'), actor).ok).toBe(true);
  expect(valueOf(library.reports.read(content.id)).sequence).toBe(1);
  library.close();
});

test('a part that fails takes back itself alone where the work goes on', () => {
  const { library, context, title } = opened();
  const done = unitOfWork(context, (_unit, { reports, links }) => {
    expect(links.confirm([{ initiative: row!.id, earlier: null }, ...nobodysRow]).ok).toBe(false);
    return reports.commit(content.id, retitle('続けた'), actor);
  });
  expect(done.ok).toBe(true);
  expect(title()).toBe('続けた');
  expect(library.links.one(row!.id)).toBeUndefined();
  library.close();
});

test('an error in the middle takes everything back, and is the caller’s', () => {
  const { library, context, told, title } = opened();
  const before = title();
  expect(() =>
    unitOfWork(context, (_unit, { reports }) => {
      valueOf(reports.commit(content.id, retitle('途中'), actor));
      throw new Error('a bug');
    }),
  ).toThrow('a bug');
  expect([title(), told]).toEqual([before, []]);
  expect(unitOfWork(context, () => failed({ code: 'suggestion-missing' })).ok).toBe(false);
  expect(unitOfWork(context, () => success(1))).toEqual(success(1));
  library.close();
});
