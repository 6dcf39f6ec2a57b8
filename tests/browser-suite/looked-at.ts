/*
 * What axe has looked at once needs no second look: most of what is on show was on show a moment ago, beside
 * another panel or under another dialog. `lookAround` runs in the page.
 */

/** What of the page is new, and what was on show before. */
export interface Looked {
  /** Selectors of the parts that axe may pass over; none holds another. */
  readonly seen: readonly string[];
  /** What the other parts are, to be remembered once axe has nothing against them. */
  readonly fresh: readonly string[];
}

/**
 * Finds what was looked at before (`known`): a part is the same when its elements, texts and attributes, what
 * is typed and ticked in it, its sizes and distances, and what floats over it are the same. What lies behind an
 * open dialog can't be reached, and counts as seen.
 */
export function lookAround(known: readonly string[]): Looked {
  const mark = 'data-looked-at';
  for (const old of document.querySelectorAll(`[${mark}]`)) old.removeAttribute(mark);

  const boxes = new Map<Element, DOMRect>();
  const box = (element: Element): DOMRect => {
    const measured = boxes.get(element) ?? element.getBoundingClientRect();
    boxes.set(element, measured);
    return measured;
  };
  const floating = [...document.body.querySelectorAll('*')].filter((each) => {
    const { position, zIndex } = getComputedStyle(each);
    return (
      (position === 'fixed' || position === 'sticky' || (position === 'absolute' && zIndex !== 'auto')) &&
      box(each).width > 0
    );
  });
  const liesUnder = (element: Element): string => {
    const own = box(element);
    return floating
      .filter((each) => {
        const over = box(each);
        return (
          over.left < own.right &&
          own.left < over.right &&
          over.top < own.bottom &&
          own.top < over.bottom &&
          !each.contains(element) &&
          !element.contains(each)
        );
      })
      .map((each) => [box(each).left - own.left, box(each).top - own.top].map(Math.round).join())
      .join();
  };

  const digest = (text: string): string => {
    let [one, other] = [5381, 52711];
    for (let at = 0; at < text.length; at += 1) {
      one = Math.imul(one, 33) ^ text.charCodeAt(at);
      other = Math.imul(other, 31) + text.charCodeAt(at);
    }
    return `${(one >>> 0).toString(36)}.${(other >>> 0).toString(36)}`;
  };
  const place = (element: Element): string => {
    const own = box(element);
    const outer = element.parentElement === null ? own : box(element.parentElement);
    return [own.left - outer.left, own.top - outer.top, own.width, own.height].map(Math.round).join();
  };
  /** Identifiers are numbered as they come: the number says nothing of the part. */
  const attribute = ({ name, value }: Attr): string =>
    `${name}=${/^(?:id|for|aria-(?:\w+by|controls|owns|activedescendant|details))$/.test(name) ? value.replaceAll(/\d+/g, '#') : value}`;
  const filledIn = (element: Element): string => {
    const { value, checked } = element as HTMLInputElement;
    return element.matches('input, textarea, select') ? `${value} ${checked}` : '';
  };
  const parts = new Map<Element, string>();
  const describe = (element: Element): string => {
    const inside = [...element.childNodes].map((child) =>
      child instanceof Element ? describe(child) : (child.nodeValue ?? ''),
    );
    const what = digest(
      [
        element.tagName,
        ...[...element.attributes].map(attribute),
        filledIn(element),
        place(element),
        liesUnder(element),
        ...inside,
      ].join('\n'),
    );
    parts.set(element, what);
    return what;
  };

  const before = new Set(known);
  const seen: Element[] = [];
  const fresh: string[] = [];
  const walk = (element: Element): void => {
    const what = parts.get(element) ?? '';
    if (before.has(what)) {
      seen.push(element);
      return;
    }
    fresh.push(what);
    // Two or three elements are looked at as soon as they are passed over.
    for (const child of element.children) if (child.childElementCount > 0) walk(child);
  };
  const dialog = [...document.querySelectorAll('dialog:modal')].at(-1);
  const top = dialog ?? document.body;
  describe(top);
  walk(top);
  for (let at = top; at !== document.body && at.parentElement !== null; at = at.parentElement) {
    for (const beside of at.parentElement.children) if (beside !== at) seen.push(beside);
  }
  for (const [at, element] of seen.entries()) element.setAttribute(mark, String(at));
  return { seen: seen.map((_, at) => `[${mark}="${at}"]`), fresh };
}
