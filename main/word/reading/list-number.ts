/** How a list writes its numbers (ECMA-376 17.18.59); an unknown format is written in plain digits. */
export function listNumber(value: number, format: string): string {
  switch (format) {
    case 'decimalFullWidth':
    case 'decimalFullWidth2':
      return String(value).replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0));
    case 'decimalZero':
      return String(value).padStart(2, '0');
    case 'decimalEnclosedCircle':
    case 'decimalEnclosedCircleChinese':
      return from(0x2460, 20, value) ?? String(value);
    case 'decimalEnclosedParen':
      return from(0x2474, 20, value) ?? String(value);
    case 'decimalEnclosedFullstop':
      return from(0x2488, 20, value) ?? String(value);
    case 'upperLetter':
      return from(0x41, 26, value) ?? String(value);
    case 'lowerLetter':
      return from(0x61, 26, value) ?? String(value);
    case 'upperRoman':
      return from(0x2160, 12, value) ?? String(value);
    case 'lowerRoman':
      return from(0x2170, 12, value) ?? String(value);
    case 'aiueo':
    case 'aiueoFullWidth':
      return [...'アイウエオカキクケコサシスセソタチツテトナニヌネノ'][value - 1] ?? String(value);
    case 'iroha':
    case 'irohaFullWidth':
      return [...'イロハニホヘトチリヌルヲワカヨタレソツネナラム'][value - 1] ?? String(value);
    case 'japaneseCounting':
    case 'ideographDigital':
    case 'japaneseDigitalTenThousand':
      return [...'一二三四五六七八九十'][value - 1] ?? String(value);
    default:
      return String(value);
  }
}

/** The `value`th of `count` characters that stand one behind the other. */
function from(first: number, count: number, value: number): string | undefined {
  return value >= 1 && value <= count ? String.fromCharCode(first + value - 1) : undefined;
}
