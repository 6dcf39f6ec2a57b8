import type { Stage } from '../model/stage.ts';

/** What a person calls each stage; while something is written, what that is. */
export const stageNames: { readonly [stage in Stage]: string } = {
  declaration: '目標宣言',
  report: '達成状況報告',
  declared: '宣言公表済み',
  compiling: '取りまとめ中',
  review: '部長確認中',
  signed: '決裁済み',
  published: '公表済み',
};
