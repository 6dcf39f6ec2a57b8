/** A colour of the screen; each part from 0 to 255. */
export interface Rgb {
  readonly red: number;
  readonly green: number;
  readonly blue: number;
}

export const white: Rgb = Object.freeze({ red: 255, green: 255, blue: 255 });
export const black: Rgb = Object.freeze({ red: 0, green: 0, blue: 0 });

/** Ratio of light (WCAG 2.2, 1.4.3) from which a letter stands out from its ground: a pale grey on white reaches it. */
const leastContrast = 1.3;
/** Weighted distance from which two colours of the same lightness are told apart: red and green are, yellow and white are not. */
const leastDistance = 75;

/** Six hexadecimal digits as Word writes a colour; null for anything else. */
export function rgbOf(hex: string | undefined): Rgb | null {
  if (hex === undefined || !/^[0-9a-f]{6}$/i.test(hex)) return null;
  const value = Number.parseInt(hex, 16);
  return { red: value >> 16, green: (value >> 8) & 0xff, blue: value & 0xff };
}

/** `share` (0 to 1) of one colour laid over another. */
export function mixed(over: Rgb, under: Rgb, share: number): Rgb {
  const part = (one: number, other: number): number => Math.round(one * share + other * (1 - share));
  return {
    red: part(over.red, under.red),
    green: part(over.green, under.green),
    blue: part(over.blue, under.blue),
  };
}

/** Whether a person sees letters of one colour on the other. */
export function standsOut(letters: Rgb, ground: Rgb): boolean {
  const [one, other] = [lightOf(letters) + 0.05, lightOf(ground) + 0.05];
  if (Math.max(one, other) / Math.min(one, other) >= leastContrast) return true;
  const red = letters.red - ground.red;
  const green = letters.green - ground.green;
  const blue = letters.blue - ground.blue;
  return Math.sqrt(0.2126 * red * red + 0.7152 * green * green + 0.0722 * blue * blue) >= leastDistance;
}

/** Whether Word writes on it in white where no colour is asked for. */
export function isDark(ground: Rgb): boolean {
  return lightOf(ground) < 0.18;
}

/** Relative luminance, from 0 to 1. */
function lightOf({ red, green, blue }: Rgb): number {
  const linear = (part: number): number => {
    const share = part / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  };
  return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
}
