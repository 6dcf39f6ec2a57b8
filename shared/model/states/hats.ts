/**
 * In which part somebody works with a report: 担当, 取りまとめ, 部長. A choice that a person makes on a PC, and no
 * password. Whoever chose none does everything alone.
 */
export const hats = ['writer', 'compiler', 'head'] as const;
export type Hat = (typeof hats)[number];
