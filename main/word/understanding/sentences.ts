/** How a sentence ends, with or without its stop: writers forget it. */
const stops = /(?:[。．！？!?｡]|(?:です|ます|でした|ました|ません))[」』｣）)】\]］]*$/;

/** What can't open a line that stands by itself: closing marks, small kana, marks of repetition. */
const openers = /^(?:が、|を|[、。，．）)」』】〕］ーぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮヵヶ々])/;

/** True when `text` ends like a sentence. */
export function endsSentence(text: string): boolean {
  return stops.test(text.slice(-40).trimEnd());
}

/** True when `text` can only be the rest of what stands before it. */
export function opensInTheMiddle(text: string): boolean {
  return openers.test(text);
}

/**
 * Two halves of a line that was broken for its length; Latin words keep the space that the break stood for,
 * abbreviations in capitals (`L` and `ED`) are one.
 */
export function joinHalves(first: string, second: string): string {
  const meeting = first.slice(-1) + second.slice(0, 1);
  return first + (/^[A-Za-z]{2}$/.test(meeting) && !/^[A-Z]{2}$/.test(meeting) ? ' ' : '') + second;
}
