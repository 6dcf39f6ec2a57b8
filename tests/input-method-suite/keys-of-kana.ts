/** How kana are typed on a keyboard of Latin letters: the longest piece first. */
const keys: Readonly<Record<string, string>> = {
  ...table('きゃ きゅ きょ しゃ しゅ しょ ちゃ ちゅ ちょ', 'kya kyu kyo sha shu sho cha chu cho'),
  ...table('にゃ にゅ にょ ひゃ ひゅ ひょ みゃ みゅ みょ', 'nya nyu nyo hya hyu hyo mya myu myo'),
  ...table('りゃ りゅ りょ ぎゃ ぎゅ ぎょ じゃ じゅ じょ', 'rya ryu ryo gya gyu gyo ja ju jo'),
  ...table('あ い う え お か き く け こ', 'a i u e o ka ki ku ke ko'),
  ...table('さ し す せ そ た ち つ て と', 'sa shi su se so ta chi tsu te to'),
  ...table('な に ぬ ね の は ひ ふ へ ほ', 'na ni nu ne no ha hi fu he ho'),
  ...table('ま み む め も や ゆ よ', 'ma mi mu me mo ya yu yo'),
  ...table('ら り る れ ろ わ を ん', 'ra ri ru re ro wa wo nn'),
  ...table('が ぎ ぐ げ ご ざ じ ず ぜ ぞ', 'ga gi gu ge go za ji zu ze zo'),
  ...table('だ づ で ど ば び ぶ べ ぼ', 'da du de do ba bi bu be bo'),
  ...table('ぱ ぴ ぷ ぺ ぽ ー 、 。', 'pa pi pu pe po - , .'),
};

/** The keys that a hand presses for a reading; a small っ doubles the letter that follows. */
export function keysOfKana(reading: string): string {
  let typed = '';
  let doubled = false;
  for (let at = 0; at < reading.length;) {
    if (reading[at] === 'っ') {
      doubled = true;
      at += 1;
      continue;
    }
    const two = reading.slice(at, at + 2);
    const piece = two in keys ? two : reading.slice(at, at + 1);
    const pressed = keys[piece];
    if (pressed === undefined) throw new Error(`no keys for ${piece}`);
    typed += doubled ? `${pressed.slice(0, 1)}${pressed}` : pressed;
    doubled = false;
    at += piece.length;
  }
  return typed;
}

function table(kana: string, latin: string): Record<string, string> {
  const pressed = latin.split(' ');
  return Object.fromEntries(kana.split(' ').map((each, at) => [each, pressed[at] ?? '']));
}
