// @vitest-environment happy-dom
import { beforeEach, expect, onTestFinished, test } from 'vitest';
import { PaneFocus } from '../../renderer/state/workplace/pane-focus.ts';

let panes: PaneFocus;

beforeEach(() => {
  const parser = new DOMParser();
  const page = parser.parseFromString(
    `<button id="save">保存</button>
    <div id="rows-pane"><div id="row-list" tabindex="0"></div></div>
    <main><h2 tabindex="-1">取組</h2><div data-field="title"><textarea id="title"></textarea></div>
      <div data-field="plan"><textarea id="plan"></textarea></div></main>
    <div id="side-pane"><button id="tab" role="tab" aria-selected="true"></button><button id="other"></button></div>`,
    'text/html',
  );
  document.body.replaceChildren(...page.body.children);
  panes = new PaneFocus();
  onTestFinished(panes.listen(document));
});

const at = (): string | undefined => document.activeElement?.id;
const go = (by: 1 | -1): string | undefined => {
  panes.go(by, document);
  return at();
};

test('the focus goes around the panes, forwards and back', () => {
  document.getElementById('save')?.focus();
  expect([go(1), go(1), go(1), go(1)]).toEqual(['row-list', 'title', 'tab', 'row-list']);
  expect([go(-1), go(-1), go(-1)]).toEqual(['tab', 'title', 'row-list']);
});

test('it comes back to where it was in a pane', () => {
  document.getElementById('plan')?.focus();
  expect([go(1), go(-1)]).toEqual(['tab', 'plan']);
});

test('a pane that is shut is passed over, and what is drawn anew is found anew', () => {
  document.getElementById('plan')?.focus();
  go(1);
  document.getElementById('plan')?.remove();
  expect(go(-1)).toBe('title');
  document.getElementById('side-pane')?.remove();
  expect(go(1)).toBe('row-list');
});

test('from the bar above, back goes to the last pane', () => {
  document.getElementById('save')?.focus();
  expect(go(-1)).toBe('tab');
});
