import { entries } from '../word-list.ts';

/** Endings that 送り仮名の付け方 (本則) writes otherwise: too many kana, or too few. */
export const okuriganaVerbs = [
  // Too many
  ...entries(`
    表わ 表 さしすせそ
    現わ 現 れさしすせ
    著わ 著 さしすせ
    断わ 断 らりるれろっ
    賜わ 賜 らりるれっ
    承わ 承 らりるれっ
    係わ 関わ らりるれっ
    伴な 伴 わいうえっ
    整の 整 えいうわっ
    働ら 働 かきくけい
    催お 催 しすさせ
    施ど 施 しすさ
    慎し 慎 まみむめ
    加わえ 加え
    与た 与 え
    備な 備 え
    伝た 伝 え
    届ど 届 けく
    続づ 続 けくき
    認と 認 め
    求と 求 め
    努と 努 め
    改た 改 め
    試ろ 試 み
    短か 短 いくけさ
    新らし 新し
    珍らし 珍し
    難かし 難し
    著るし 著し
    快よ 快 いくか
    必らず 必ず
    最っと 最
    全たく 全く
    幸わせ 幸せ
  `),
  ...entries('行な 行 うえおっわ'),
  // 発行ないし交付: another word
  ...entries('行な 行 い', { notBehind: '[銀慣]', notAhead: '[しか]' }),
  // 負担ない, 過失ない, 候補ない, 栄養ない; 収支さえ; 催促がさらに
  ...entries('補な 補 わいうえおっ', { notBehind: '候' }),
  ...entries('養な 養 わいうえっ', { notBehind: '[栄教静療]' }),
  ...entries('失な 失 わいうえっ', { notBehind: '[過損消紛]' }),
  ...entries('担な 担 わいうえおっ', { notBehind: '[負分加]' }),
  ...entries('促が 促 しすさせ', { notBehind: '[催督]' }),
  ...entries('考が 考 え', { notBehind: '[参備]' }),
  ...entries('支さ 支 え', { notBehind: '収' }),
  // Too few
  ...entries(
    `
    変 変わ りるっれ
    終 終わ らりるれっ
    起 起こ らりるれ
    異 異な らりるれっ
    定 定ま りるれっ
    集 集ま らりるれっ
    積 積も らりるっ
    分 分か らりるっ
    生れ 生まれ
    浮 浮か ばびぶべ
  `,
    { notBehind: '[\\p{Script=Han}0-9０-９々]' },
  ),
  ...entries('当 当た らりるれっ', { notBehind: '[担該手正適見相本充配割抵弁勘]' }),
  ...entries('基 基づ きくい', { notBehind: '[\\p{Script=Han}0-9０-９々]' }),
  ...entries(`
    聞え 聞こえ
    捕え 捕らえ
    暮 暮ら しすせ
    確め 確かめ
    少く 少なく
    少い 少ない
  `),
  ...entries('損 損な わいうえっ', { behind: 'を|は|も' }),
  ...entries('明か 明らか になで', { notBehind: '[\\p{Script=Han}]' }),
  ...entries(
    `
    及 及ぼ すしせさ
    果 果た すしせさ
  `,
    { behind: '[をにもは]' },
  ),
  // 生しいたけ, 生すし
  ...entries('生 生か す', {
    behind: '[をに]',
    ahead: '\\p{Script=Han}|こと|ため|よう|[も。、]',
  }),
  ...entries('生 生か し', { behind: '[をに]', ahead: '[てまた、]' }),
];
