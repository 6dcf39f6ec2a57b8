import type { FieldLock } from '../../state/editing/field-lock.ts';

/** Pixels that the pointer goes before a press becomes a drag. */
const slack = 5;

/** Pixels from the list's edges in which it scrolls by itself, and its speed in pixels a frame. */
const edge = 40;
const speed = 10;

interface Surface {
  /** The scrolling box; null before it is drawn. */
  readonly box: () => HTMLElement | null;
  /** The place in the list, from 0, between whose rows a height in pixels falls: 0 is before the first. */
  readonly gapAt: (top: number) => number;
  readonly ondrop: (gap: number) => void;
  /** Of the order of the rows. */
  readonly lock: FieldLock;
}

/** Dragging rows by mouse or pen. Fingers scroll; for them there are buttons. */
export class RowDrag {
  /** Where a drop would put the rows; null while nothing is dragged. */
  gap: number | null = $state(null);

  readonly #surface: Surface;
  #press: { readonly pointer: number; readonly y: number } | null = null;
  #y = 0;
  #frame = 0;
  /** The click that follows a drop is none. */
  #swallows = false;

  constructor(surface: Surface) {
    this.#surface = surface;
  }

  press(event: PointerEvent): void {
    this.#swallows = false;
    if (event.button !== 0 || event.pointerType === 'touch') return;
    this.#press = { pointer: event.pointerId, y: event.clientY };
  }

  /** True when a drag begins with this movement. */
  move(event: PointerEvent): boolean {
    const press = this.#press;
    if (press?.pointer !== event.pointerId) return false;
    this.#y = event.clientY;
    if (this.gap !== null) {
      this.#follow();
      return false;
    }
    if (Math.abs(event.clientY - press.y) < slack) return false;
    if (this.#surface.lock.locked) {
      // Said at the first movement, and nothing looks as if it were on its way.
      this.#press = null;
      this.#surface.lock.tell();
      return false;
    }
    this.#surface.box()?.setPointerCapture(event.pointerId);
    this.#follow();
    this.#scroll();
    return true;
  }

  release(): void {
    const { gap } = this;
    this.#swallows = gap !== null;
    this.cancel();
    if (gap !== null) this.#surface.ondrop(gap);
  }

  cancel(): void {
    cancelAnimationFrame(this.#frame);
    this.#press = null;
    this.gap = null;
  }

  /** True when the click belongs to a drop. */
  swallows(): boolean {
    const swallows = this.#swallows;
    this.#swallows = false;
    return swallows;
  }

  #follow(): void {
    const box = this.#surface.box();
    if (box === null) return;
    this.gap = this.#surface.gapAt(this.#y - box.getBoundingClientRect().top + box.scrollTop);
  }

  #scroll(): void {
    this.#frame = requestAnimationFrame(() => {
      const box = this.#surface.box();
      if (box === null || this.gap === null) return;
      const { top, bottom } = box.getBoundingClientRect();
      const by = this.#y < top + edge ? -speed : this.#y > bottom - edge ? speed : 0;
      if (by !== 0) {
        box.scrollTop += by;
        this.#follow();
      }
      this.#scroll();
    });
  }
}
