import * as v from 'valibot';
import { Remembered } from '../page/remembered.ts';
import { sideTabs, type SideTab } from './side-tab.ts';

/** What stands in the middle: one row's form, or the whole report as the official table. */
export const middleViews = ['form', 'table'] as const;
export type MiddleView = (typeof middleViews)[number];

export const resizablePanes = ['rows', 'side'] as const;
export type ResizablePane = (typeof resizablePanes)[number];

/** Widths of the panes at the sides in rem: a full-width character of the page's text is one. */
export const paneWidths = {
  rows: { least: 13, most: 40, usual: 21.5 },
  side: { least: 16, most: 56, usual: 28 },
} as const;

const layoutSchema = v.object({
  view: v.picklist(middleViews),
  /** Absent until a person has opened or shut the pane at the side. */
  side: v.optional(v.nullable(v.picklist(sideTabs))),
  lastSide: v.picklist(sideTabs),
  sizes: v.object({ rows: v.number(), side: v.number() }),
  collapsed: v.boolean(),
});
type Layout = v.InferOutput<typeof layoutSchema>;

const firstLayout: Layout = {
  view: 'form',
  lastSide: 'guidance',
  sizes: { rows: paneWidths.rows.usual, side: paneWidths.side.usual },
  collapsed: false,
};

/** Rem from which a window has room for the pane at the side without taking any from the form: 1,800 px. */
const roomy = 112.5;

/** How a person has arranged the workplace, remembered for the next time. */
export class WorkplaceLayout {
  /** Of the window in rem, as it is now. */
  pageWidth: number = $state(0);
  readonly #remembered: Remembered<Layout>;
  readonly #firstSide: SideTab | null;
  #layout: Layout = $state.raw(firstLayout);

  /** `width`: of the window at the start, in rem. On a wide one the guidance stands open at first. */
  constructor(storage: Storage, width: number) {
    this.pageWidth = width;
    this.#firstSide = width >= roomy ? firstLayout.lastSide : null;
    this.#remembered = new Remembered(storage, 'sengen.layout', layoutSchema);
    this.#layout = this.#remembered.read() ?? firstLayout;
  }

  get view(): MiddleView {
    return this.#layout.view;
  }

  set view(view: MiddleView) {
    this.#set({ view });
  }

  /** The tab on show on the right; null when the pane is shut. */
  get side(): SideTab | null {
    const { side } = this.#layout;
    return side === undefined ? this.#firstSide : side;
  }

  set side(side: SideTab | null) {
    this.#set(side === null ? { side } : { side, lastSide: side });
  }

  /** Opens the pane on the right where it was left, or shuts it. */
  toggleSide(): void {
    this.side = this.side === null ? this.#layout.lastSide : null;
  }

  get sizes(): Readonly<Record<ResizablePane, number>> {
    return this.#layout.sizes;
  }

  resize(pane: ResizablePane, width: number): void {
    const { least, most } = paneWidths[pane];
    // Quarters of a character: what a person can tell apart.
    const kept = Math.round(Math.min(most, Math.max(least, width)) * 4) / 4;
    this.#set({ sizes: { ...this.#layout.sizes, [pane]: kept } });
  }

  /** The pane of rows is shut. */
  get collapsed(): boolean {
    return this.#layout.collapsed;
  }

  set collapsed(collapsed: boolean) {
    this.#set({ collapsed });
  }

  #set(change: Partial<Layout>): void {
    this.#layout = { ...this.#layout, ...change };
    this.#remembered.write(this.#layout);
  }
}
