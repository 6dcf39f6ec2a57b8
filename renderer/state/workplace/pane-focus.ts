/** The workplace's panes from left to right, and where the focus goes in one that it has not been in yet. */
const panes = [
  { pane: '#rows-pane', first: ['#row-list', '#add-row'] },
  {
    pane: 'main',
    first: ['main [data-field] :is(textarea, input)', 'main [data-column] button', 'main h2'],
  },
  {
    pane: '#side-pane, #manual-pane, .workplace > search',
    first: ['#side-pane [aria-selected="true"]', '#find-query', '#manual-query'],
  },
] as const;

/** Where the focus last was in each pane of the workplace. */
export class PaneFocus {
  readonly #last = new Map<string, HTMLElement>();

  /** Follows the focus through the document; returns the way to stop. */
  listen(document: Document): () => void {
    const follow = ({ target }: Event): void => {
      if (!(target instanceof HTMLElement)) return;
      const stands = panes.find(({ pane }) => target.closest(pane) !== null);
      if (stands !== undefined) this.#last.set(stands.pane, target);
    };
    document.addEventListener('focusin', follow);
    return () => document.removeEventListener('focusin', follow);
  }

  /** Puts the focus into the next pane that is on show, or the one before it: back to where it was in there. */
  go(by: 1 | -1, document: Document): void {
    const active = document.activeElement;
    const here = panes.findIndex(({ pane }) => active !== null && active.closest(pane) !== null);
    // From the bar above them, forward is the first and back is the last.
    const start = here < 0 && by < 0 ? panes.length : here;
    for (let step = 1; step <= panes.length; step += 1) {
      const next = panes[(start + by * step + 2 * panes.length) % panes.length];
      const target = next === undefined ? null : this.#wayInto(next, document);
      if (target === null) continue;
      target.focus();
      return;
    }
  }

  #wayInto({ pane, first }: (typeof panes)[number], document: Document): HTMLElement | null {
    const last = this.#last.get(pane);
    // What is drawn anew is another element: the old one stands nowhere.
    if (last?.isConnected === true && last.closest(pane) !== null) return last;
    for (const selector of first) {
      const found = document.querySelector<HTMLElement>(selector);
      if (found !== null) return found;
    }
    return null;
  }
}
