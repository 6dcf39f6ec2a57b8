/** Words of foreign origin that many readers do not know, with another way to say it (「外来語」言い換え提案; Ⅱ-3). */
export const loanwords: ReadonlyMap<string, string> = pairs(`
  アカウンタビリティ 説明責任   アカウンタビリティー 説明責任   アジェンダ 検討課題   アセスメント 影響評価
  イニシアチブ 主導   インセンティブ 動機付け   エビデンス 根拠   オーソライズ 承認   ガバナンス 統治
  キックオフ 開始   コミットメント 約束   コンセンサス 合意   コンソーシアム 共同事業体   サーベイランス 監視
  シナジー 相乗効果   スキーム 枠組み   ステークホルダー 利害関係者   ソリューション 解決策   タスクフォース 特別作業班
  デジタルデバイド 情報格差   トレーサビリティ 履歴管理   フレームワーク 枠組み   ブラッシュアップ 磨き上げ
  プライオリティ 優先順位   ベンチマーク 基準   ボトルネック 支障   ポテンシャル 潜在力   マイルストーン 節目
  リテラシー 活用能力   ロードマップ 行程表   ローンチ 開始
`);

/** Words that citizens seldom meet, with a plainer one (Ⅱ-1, Ⅱ-6). */
export const stiffWords: ReadonlyMap<string, string> = pairs(`
  可及的速やかに できるだけ早く   鋭意 力を尽くして   惹起 引き起こすこと   僅少 僅か   思料 考えること   前広に 早めに
  逓減 徐々に減らすこと   善処 適切に対応すること   具備 備えること   輻輳 混み合うこと   懈怠 怠ること   疎明 説明
  企図 計画   具申 申し出ること   招来 招くこと   爾後 その後   尚更 一層   首肯 納得
`);

function pairs(lines: string): Map<string, string> {
  return new Map(
    lines
      .trim()
      .split(/\s{2,}/u)
      .map((pair) => pair.split(' ') as [string, string]),
  );
}
