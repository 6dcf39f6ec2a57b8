/** The way to hand over what stands in each text field, though the field itself waits for an input method's end. */
const ways = new WeakMap<EventTarget, () => void>();

export const standing = {
  /** Returns the way to take the field out again. */
  add(field: EventTarget, handOver: () => void): () => void {
    ways.set(field, handOver);
    return () => void ways.delete(field);
  },

  /** Hands over what stands in the field now; null where the field is none of ours. */
  of(field: EventTarget | null): (() => void) | null {
    return field === null ? null : (ways.get(field) ?? null);
  },
};
