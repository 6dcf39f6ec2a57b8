/** What one row of the sample says, as it is read aloud. */
export interface RowRead {
  readonly title: string;
  readonly section: string;
  readonly plan: readonly string[];
  readonly measure: string;
  readonly value: string;
  readonly results: readonly string[];
  readonly direction: readonly string[];
  readonly statement: string;
}

/** The first three rows of the sample (resources/sample). */
export const firstRows: readonly RowRead[] = [
  {
    title: 'きょうどのきおくをつたえるじぎょう',
    section: 'ちいきつながりか',
    plan: [
      'ふるいしゃしんやどうぐのもちぬしからはなしをききとり、きょうどのくらしのきろくとしてこうかいします。',
    ],
    measure: 'ききとりきろくのさくせいとこうかい',
    value: 'さくせい',
    results: [
      'しないにながくすむかたがたからようさんやわたしぶねのおもいでをききとり、きろくしゅうとしてまとめました。',
      'としょかんのいっかくにじょうせつのてんじだなをもうけ、きろくしゅうととうじのどうぐをならべました。',
    ],
    direction: [
      'がっこうのそうごうてきながくしゅうのじかんでつかえるよう、きろくしゅうのようやくばんをさくせいします。',
    ],
    statement: 'ききとりきろくをさくせいし、としょかんとしのほーむぺーじでこうかいしました。',
  },
  {
    title: 'ちょうないかいのじょうほうはっしんしえん',
    section: 'ちいきつながりか',
    plan: [
      'にないてのふたんをかるくするため、ちょうないかいがかいらんぶつをでんしかするとりくみをしえんします。',
    ],
    measure: 'かいらんぶつをでんしかするちょうないかいのかず',
    value: 'よんちょうないかい',
    results: [
      'そうさのたいけんかいをちくごとにひらき、もうしこみのあったちょうないかいへしょくいんがでむいてせっていをてつだいました。',
    ],
    direction: [
      'どうにゅうしたちょうないかいのくふうをじれいしゅうにまとめ、でんしかいらんのかつようをひろげます。',
    ],
    statement: 'でんしかいらんをはじめたちょうないかいのかずは、もくひょうをたっせいしました。',
  },
  {
    title: 'ていあんがたまちづくりじぎょう',
    section: 'ちいきつながりか',
    plan: ['しみんだんたいのはっそうをいかしたじぎょうをこうぼし、しときょうりょくしてじっしします。'],
    measure: 'ていあんがたじぎょうのしんきさいたくけんすう',
    value: 'さんけん',
    results: [
      'こうかいのしんさかいをひらき、あきやをつかったがくしゅうしえんやさとやまのていれなどのじぎょうをさいたくしました。',
      'おうぼしょるいをへらし、そうだんからしんせいまでをひとつのまどぐちでうけつけました。',
    ],
    direction: [
      'さいたくごのばんそうしえんをじゅうじつし、ほじょのしゅうりょうごもつづけられるじぎょうをそだてます。',
    ],
    statement: 'ていあんじぎょうのしんきさいたくは、もくひょうをたっせいしました。',
  },
];
