import { success, type Result } from '../../../../shared/result.ts';
import type { NamedPart } from '../read-comments.ts';
import { readXml, type XmlAttributes } from '../read-xml.ts';
import type { WordFailure } from '../word-failure.ts';
import type { XmlBudget } from '../xml-budget.ts';
import { black, mixed, rgbOf, white, type Rgb } from './colour.ts';

/** The colours of a document's theme, by the names that a run calls them by: `text1`, `accent3`. */
export type Palette = ReadonlyMap<string, Rgb>;

/** `auto`: Word chooses black or white, whichever is read better. */
export type Colour = Rgb | 'auto';

/** Names of ECMA-376 17.18.97 for the slots of a theme (20.1.6.2). */
const slots: Readonly<Record<string, string>> = {
  dark1: 'dk1',
  light1: 'lt1',
  dark2: 'dk2',
  light2: 'lt2',
  hyperlink: 'hlink',
  followedHyperlink: 'folHlink',
};

/** What the names `text1`, `background1` … stand for where settings.xml does not say it (17.15.1.20). */
const usual: Readonly<Record<string, string>> = {
  background1: 'light1',
  text1: 'dark1',
  background2: 'light2',
  text2: 'dark2',
};

/** Reads the theme; `mapping` is w:clrSchemeMapping of settings.xml, by the names of its attributes. */
export function readPalette(
  theme: NamedPart,
  mapping: ReadonlyMap<string, string>,
  budget: XmlBudget,
): Result<Palette, WordFailure> {
  const colours = new Map<string, Rgb>();
  if (theme === null) return success(colours);
  let slot: string | null = null;
  let inScheme = false;
  const read = readXml(
    theme.bytes,
    theme.name,
    {
      open: (element, attributes) => {
        if (element === 'a:clrScheme') inScheme = true;
        else if (!inScheme) return;
        else if (element === 'a:srgbClr' || element === 'a:sysClr') {
          const rgb = rgbOf(attributes[element === 'a:sysClr' ? 'lastClr' : 'val']);
          if (slot !== null && rgb !== null) colours.set(slot, rgb);
        } else slot = element.slice(2);
      },
      close: (element) => {
        if (element === 'a:clrScheme') inScheme = false;
      },
      text: () => {},
    },
    budget,
  );
  return read.ok ? success(named(colours, mapping)) : read;
}

function named(bySlot: ReadonlyMap<string, Rgb>, mapping: ReadonlyMap<string, string>): Palette {
  const short: Readonly<Record<string, string>> = {
    background1: 'bg1',
    text1: 't1',
    background2: 'bg2',
    text2: 't2',
  };
  const names = [
    ...Object.keys(usual),
    ...Object.keys(slots),
    ...[1, 2, 3, 4, 5, 6].map((n) => `accent${n}`),
  ];
  return new Map(
    names.flatMap((name): [string, Rgb][] => {
      const meant = mapping.get(short[name] ?? name) ?? usual[name] ?? name;
      const rgb = bySlot.get(slots[meant] ?? meant);
      return rgb === undefined ? [] : [[name, rgb]];
    }),
  );
}

/** A colour as an element says it: by a theme's name, else in hexadecimal digits. Null for none. */
export function colourOf(
  attributes: XmlAttributes,
  palette: Palette,
  [value, theme]: readonly [value: string, theme: string] = ['w:val', 'w:themeColor'],
): Colour | null {
  const base = palette.get(attributes[theme] ?? '');
  if (base !== undefined) {
    const shade = share(attributes[theme.replace(/Color$|$/, 'Shade')]);
    const tint = share(attributes[theme.replace(/Color$|$/, 'Tint')]);
    if (shade !== null) return mixed(base, black, shade);
    return tint === null ? base : mixed(base, white, tint);
  }
  return attributes[value] === 'auto' ? 'auto' : rgbOf(attributes[value]);
}

/** `99` of 255. */
function share(hex: string | undefined): number | null {
  return hex !== undefined && /^[0-9a-f]{1,2}$/i.test(hex) ? Number.parseInt(hex, 16) / 255 : null;
}
