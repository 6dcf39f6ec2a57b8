/** What F1 opens beside a report: a script of its own, sent for as soon as the page has time (later-screens.ts). */
export const manualPane = () => import('./ManualPane.svelte');
