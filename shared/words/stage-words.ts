import type { Stage } from '../model/stage.ts';

/** What a person calls each stage. */
export const stageNames: { readonly [stage in Stage]: string } = {
  declaration: '目標宣言',
  report: '達成状況報告',
  signed: '決裁済み',
};
