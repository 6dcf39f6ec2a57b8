/** What stands in the specimens: usual, empty and far too long. */
export const galleryTexts = {
  heading: '部品の一覧',
  lead: '画面の部品と、その状態です。色・大きさは styles/tokens.css の値だけを使います。',
  usual: '地域の見守り活動の推進',
  long: '高齢者の外出と交流の機会を増やすため、地区の集会所を会場とする講座の回数と内容を見直し、参加しやすい時間帯に改めるとともに、送迎の支援について関係団体と協議を進める取組',
  unbroken: 'https://shiyakusho.example.jp/kurashi/anshin/mimamori/keikaku/2025/bessatsu-shiryo',
  help: '課のほか「…担当」なども入力できます。',
  error: '取組名を入力してください。',
  bullets: ['自治会の役員と、見守りの当番の決め方を話し合います。', '協力店を増やします。'],
} as const;

export const stateNames = {
  usual: '通常',
  empty: '空',
  long: '長い文',
  off: '使えない',
  hover: 'マウスを重ねた',
  focus: 'フォーカス',
  error: '誤りあり',
  required: '必須',
  help: '説明つき',
} as const;
