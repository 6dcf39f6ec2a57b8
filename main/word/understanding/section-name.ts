/** How the names of a city's sections end. */
const endings =
  /(?:課|室|担当|係|部|局|署|館|所|場|園|校|センター|事務局|本部|チーム|グループ|班|委員会|会|支所|出張所|窓口)$/;

/** True for text that reads like the name of a section or several: `市民協働課`, `戸籍住民課・保険年金課`. */
export function isSectionName(text: string): boolean {
  const name = text
    .trim()
    .replace(/^[(（【［[〔](.*)[)）】］\]〕]$/, '$1')
    .trim();
  return name.length > 0 && name.length <= 60 && !/[。．]/.test(name) && endings.test(name);
}
