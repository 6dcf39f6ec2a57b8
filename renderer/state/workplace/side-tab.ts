/** What the side pane can show, in the order of its tabs. */
export const sideTabs = [
  'last-year',
  'guidance',
  'findings',
  'history',
  'comments',
  'markups',
  'conflicts',
  'preview',
] as const;
export type SideTab = (typeof sideTabs)[number];
