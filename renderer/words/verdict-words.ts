import { verdictSigns } from '../../shared/model/fields/item-parts.ts';

/** 判定, as it is printed. */
export const verdictLabels = verdictSigns;

/** 判定 that nobody has chosen yet. */
export const noVerdictLabel = '未選択';
