/**
 * Milliseconds after which a page that is not painted, since nobody sees it, goes on all the same. Long: on a slow
 * PC what is put off would otherwise come before the very frame that it is to give way to.
 */
const unseen = 1_000;

/** Runs something as soon as the page has painted what it shows now. Returns the way to call it off. */
export function oncePainted(run: () => void): () => void {
  let wanted = true;
  const once = (): void => {
    if (!wanted) return;
    wanted = false;
    run();
  };
  // With the frame after: what a person does meanwhile is heard in between.
  requestAnimationFrame(() => requestAnimationFrame(once));
  const late = setTimeout(once, unseen);
  return () => {
    wanted = false;
    clearTimeout(late);
  };
}
