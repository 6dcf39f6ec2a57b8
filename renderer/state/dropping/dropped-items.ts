/** What a person drops on the page. */
export interface DroppedItems {
  readonly files: readonly File[];
  /** Folders among them: they are not opened. */
  readonly folders: number;
}

/** True while files are dragged; a text, or a row of the list, is no file. */
export function carriesFiles(event: DragEvent): boolean {
  return event.dataTransfer?.types.includes('Files') ?? false;
}

/** The files of a drop. Only to be asked while the event is handled: the browser forgets them then. */
export function droppedItems(event: DragEvent): DroppedItems {
  const items = [...(event.dataTransfer?.items ?? [])].filter(({ kind }) => kind === 'file');
  const isFolder = (item: DataTransferItem): boolean => item.webkitGetAsEntry()?.isDirectory === true;
  const files = items.filter((item) => !isFolder(item)).map((item) => item.getAsFile());
  return { files: files.filter((file) => file !== null), folders: items.filter(isFolder).length };
}
