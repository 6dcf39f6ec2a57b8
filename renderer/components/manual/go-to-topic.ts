/** Shows a topic of the manual from its beginning; with `focus` one goes on reading there. */
export function goToTopic(topic: string, { focus }: { readonly focus: boolean }): void {
  const heading = document.getElementById(`help-${topic}`);
  if (focus) heading?.focus({ preventScroll: true });
  heading?.scrollIntoView({ block: 'start' });
}
