import { beforeEach, describe, expect, test } from 'vitest';
import { reportForm } from '../../shared/model/forms/official-form.ts';
import { ListWindow } from '../../renderer/state/workplace/list-window.svelte.ts';
import { RowChoice } from '../../renderer/state/workplace/row-choice.svelte.ts';
import { RowFilter } from '../../renderer/state/workplace/row-filter.svelte.ts';
import { Row } from '../../renderer/state/editing/row.svelte.ts';
import { Settings } from '../../renderer/state/page/settings.svelte.ts';
import { WorkplaceLayout } from '../../renderer/state/workplace/workplace-layout.svelte.ts';
import { initiative } from './sample-report.ts';

beforeEach(() => localStorage.clear());

describe('the layout', () => {
  test('is remembered', () => {
    const layout = new WorkplaceLayout(localStorage, 85);
    layout.resize('rows', 18);
    layout.side = 'history';
    layout.toggleSide();
    layout.view = 'table';
    layout.collapsed = true;

    const again = new WorkplaceLayout(localStorage, 85);
    expect(again.sizes.rows).toBe(18);
    expect([again.view, again.side, again.collapsed]).toEqual(['table', null, true]);
    again.toggleSide();
    expect(again.side).toBe('history');
  });

  test('begins with the guidance at the side where there is room, until the pane is opened or shut', () => {
    const wide = new WorkplaceLayout(localStorage, 120);
    expect(wide.side).toBe('guidance');
    // What else is arranged says nothing of the pane.
    wide.view = 'table';
    expect(new WorkplaceLayout(localStorage, 85).side).toBeNull();
    expect(new WorkplaceLayout(localStorage, 112.5).side).toBe('guidance');
    expect(new WorkplaceLayout(localStorage, 112).side).toBeNull();

    wide.toggleSide();
    expect(wide.side).toBeNull();
    expect(new WorkplaceLayout(localStorage, 120).side).toBeNull();
    new WorkplaceLayout(localStorage, 120).side = 'comments';
    expect(new WorkplaceLayout(localStorage, 85).side).toBe('comments');
  });

  test('keeps panes within their limits', () => {
    const layout = new WorkplaceLayout(localStorage, 85);
    layout.resize('rows', 1);
    expect(layout.sizes.rows).toBe(13);
    layout.resize('side', 500);
    expect(layout.sizes.side).toBe(56);
  });

  test.each(['', '{', '{"view":"sideways"}'])('starts anew from %j', (stored) => {
    localStorage.setItem('sengen.layout', stored);
    expect(new WorkplaceLayout(localStorage, 85).view).toBe('form');
  });
});

test('settings stand on the root and are remembered', () => {
  const root = document.createElement('html');
  const settings = new Settings(localStorage, root);
  expect(settings.areUsual).toBe(true);
  settings.theme = 'dark';
  settings.textSize = 150;
  settings.spacing = 125;
  settings.arrangement = 'comfortable';
  const later = document.createElement('html');
  void new Settings(localStorage, later);
  for (const each of [root, later]) {
    expect({ ...each.dataset }).toEqual({
      theme: 'dark',
      textSize: '150',
      spacing: '125',
      arrangement: 'comfortable',
    });
  }
  settings.reset();
  expect(root.dataset).toMatchObject({ theme: 'auto', arrangement: 'compact' });
});

test('settings written down before fields could be arranged are still known', () => {
  localStorage.setItem('sengen.settings', '{"theme":"dark","textSize":150,"spacing":100}');
  const settings = new Settings(localStorage, document.createElement('html'));
  expect([settings.theme, settings.textSize, settings.arrangement]).toEqual(['dark', 150, 'compact']);
});

describe('choosing rows', () => {
  const order = ['row1aaaa', 'row2bbbb', 'row3cccc', 'row4dddd'];

  test('Shift takes the stretch from the last choice, either way', () => {
    const choice = new RowChoice();
    choice.only('row3cccc');
    choice.extendTo('row1aaaa', order);
    expect([...choice.chosen]).toEqual(order.slice(0, 3));
    choice.extendTo('row4dddd', order);
    expect([...choice.chosen]).toEqual(order.slice(2));
  });

  test('Ctrl adds and takes away', () => {
    const choice = new RowChoice();
    choice.only('row1aaaa');
    choice.toggle('row3cccc');
    expect(choice.isMany).toBe(true);
    choice.toggle('row1aaaa');
    expect([...choice.chosen]).toEqual(['row3cccc']);
  });

  test('rows that are gone are let go of', () => {
    const choice = new RowChoice();
    choice.all(order);
    choice.goTo('row4dddd');
    choice.keepOnly(order.slice(0, 2));
    expect([...choice.chosen]).toEqual(order.slice(0, 2));
    expect(choice.active).toBeNull();
  });
});

describe('the filter', () => {
  const target = { id: 'target1aaa', measure: '件数', note: null, value: null } as const;
  const done = new Row(
    initiative('row1aaaa', {
      section: '市民課',
      targets: [{ ...target, verdict: 'achieved' }],
      results: ['済みました。'],
      direction: ['続けます。'],
      outcomes: [
        { id: 'outcome1aa', statement: '達しました。', asOf: null, figures: [], targets: ['target1aaa'] },
      ],
    }),
  );
  const open = new Row(initiative('row2bbbb', { targets: [{ ...target, verdict: null }] }));
  const blank = new Row(initiative('row3cccc', { title: '', section: '', plan: [] }));
  const rows = [done, open, blank];
  const around = { form: reportForm, comments: (row: string) => (row === open.id ? 2 : 0) };
  const shown = (set: (filter: RowFilter) => void): string[] => {
    const filter = new RowFilter();
    set(filter);
    return filter.shown(rows, null, around).map(({ id }) => id);
  };

  test('shows everything until it is set', () => {
    expect(new RowFilter().shown(rows, null, around)).toBe(rows);
  });

  test.each([
    ['unwritten', [blank.id]],
    ['missing', [open.id]],
    ['complete', [done.id]],
    ['achieved', [done.id]],
    ['not-achieved', []],
    ['no-verdict', [open.id]],
    ['commented', [open.id]],
  ] as const)('picks out rows in the state %s', (state, expected) => {
    expect(shown((filter) => (filter.state = state))).toEqual(expected);
  });

  test('of one section, and the row on show whatever it is', () => {
    expect(shown((filter) => (filter.section = '市民課'))).toEqual([done.id]);
    const filter = new RowFilter();
    filter.section = '市民課';
    expect(filter.shown(rows, open.id, around)).toHaveLength(2);
    filter.clear();
    expect(filter.isOn).toBe(false);
  });
});

describe('the window on a long list', () => {
  const keys = Array.from({ length: 1_500 }, (_, at) => `row${at}`);

  test('draws what is in sight and a little more', () => {
    const view = new ListWindow(() => keys);
    view.height = 500;
    expect(view.from).toBe(0);
    expect(view.to).toBeLessThan(20);
    view.scrollTop = view.topOf(700);
    expect(view.from).toBeGreaterThan(680);
    expect(view.to).toBeLessThan(720);
  });

  test('reckons with the heights that were measured', () => {
    const view = new ListWindow(() => keys);
    view.height = 500;
    view.measure(keys.slice(0, 10).map((key) => [key, 100]));
    expect(view.topOf(10)).toBe(1_000);
    expect(view.placeAt(999)).toBe(9);
    expect(view.placeAt(1_000)).toBe(10);
    expect(view.end).toBe(150_000);
    expect(view.scrollTo(2)).toBeNull();
    expect(view.scrollTo(9)).toBe(500);
    view.scrollTop = 500;
    expect(view.scrollTo(1)).toBe(100);
  });
});
