import type { TextBox } from './text-boxes.ts';

/** What a text box has room for, in UTF-16 code units and lines; absent: as much as anybody likes. */
export interface Room {
  readonly total?: number;
  readonly line?: number;
  readonly lines?: number;
}

/** Why an insertion has no room: what there would be then, and the most that there may be. */
export interface NoRoom {
  readonly of: keyof Room;
  readonly would: number;
  readonly most: number;
}

/** Whether a box has room for a text in place of what is selected; null when it has. */
export function noRoomFor(box: TextBox, inserted: string, room: Room): NoRoom | null {
  const { value, selectionStart, selectionEnd } = box;
  const [start, end] = [selectionStart ?? value.length, selectionEnd ?? value.length];
  const total = value.length - (end - start) + inserted.length;
  // At nearly every key this is all that is asked.
  if (total <= Math.min(room.total ?? Infinity, room.line ?? Infinity) && !inserted.includes('\n'))
    return null;
  if (room.total !== undefined && total > room.total)
    return { of: 'total', would: total, most: room.total };
  const from = value.lastIndexOf('\n', start - 1) + 1;
  const to = value.indexOf('\n', end);
  const touched = value.slice(from, start) + inserted + value.slice(end, to < 0 ? value.length : to);
  return (
    tooMany(value.slice(0, from) + touched + (to < 0 ? '' : value.slice(to)), room.lines) ??
    tooLong(touched, room.line)
  );
}

/** Whether it has room for a text wherever that is put: the place of a drop is known only after it. */
export function noRoomAnywhere(box: TextBox, dropped: string, room: Room): NoRoom | null {
  const { value } = box;
  const total = value.length + dropped.length;
  if (room.total !== undefined && total > room.total)
    return { of: 'total', would: total, most: room.total };
  const longest = longestOf(value) + longestOf(dropped);
  if (room.line !== undefined && longest > room.line)
    return { of: 'line', would: longest, most: room.line };
  return dropped.includes('\n') ? tooMany(`${value}${dropped}`, room.lines) : null;
}

function tooMany(text: string, most: number | undefined): NoRoom | null {
  if (most === undefined) return null;
  const lines = text.split('\n').length;
  return lines > most ? { of: 'lines', would: lines, most } : null;
}

function tooLong(text: string, most: number | undefined): NoRoom | null {
  const longest = longestOf(text);
  return most !== undefined && longest > most ? { of: 'line', would: longest, most } : null;
}

function longestOf(text: string): number {
  return text.split('\n').reduce((longest, line) => Math.max(longest, line.length), 0);
}
