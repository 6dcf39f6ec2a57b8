import type { LibraryHolder } from '../failure.ts';

/** 11月30日 9:05 から、パソコン「SOUMU-03」で、利用者「tanaka」が開いています */
export function holderWords({ user, computer, since }: LibraryHolder): string {
  const time = minuteWords(since);
  return user === ''
    ? `${time} から、パソコン「${computer}」の別の画面かプログラムが開いています`
    : `${time} から、パソコン「${computer}」で、利用者「${user}」が開いています`;
}

/** 11月30日 9:05, of a time in ISO 8601. */
export function minuteWords(iso: string): string {
  const at = new Date(iso);
  const minute = String(at.getMinutes()).padStart(2, '0');
  return `${at.getMonth() + 1}月${at.getDate()}日 ${at.getHours()}:${minute}`;
}
