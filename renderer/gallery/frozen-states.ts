/**
 * Lets a specimen look as it does under the mouse or with the focus, side by side with the others.
 *
 * Every rule for `:hover` and `:focus-visible` is written a second time for what stands inside
 * `.frozen-hover` and `.frozen-focus`.
 */
export function frozenStates(page: Document): void {
  const copies = [...page.styleSheets].flatMap((sheet) => [...sheet.cssRules].flatMap(copied));
  const sheet = new CSSStyleSheet();
  for (const copy of copies) sheet.insertRule(copy, sheet.cssRules.length);
  page.adoptedStyleSheets = [...page.adoptedStyleSheets, sheet];
}

function copied(rule: CSSRule): string[] {
  if (!(rule instanceof CSSStyleRule)) return [];
  const selector = rule.selectorText
    .replaceAll(':hover', ':is(.frozen-hover *)')
    .replaceAll(':focus-visible', ':is(.frozen-focus :is(button, input, textarea, select, a))');
  return selector === rule.selectorText ? [] : [`${selector} { ${rule.style.cssText} }`];
}
