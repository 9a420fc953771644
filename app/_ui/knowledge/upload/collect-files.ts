/** A file to upload, with its way from the folder that it came in. */
export interface PickedFile {
  file: File;
  path: string;
}

/** What was found in what a person dropped or chose. */
export interface Collected {
  files: PickedFile[];
  /** Paths of files and folders that systems and programs keep for themselves. */
  hidden: string[];
  /** Paths of what the browser was not let into. */
  unreadable: string[];
}

const order = new Intl.Collator(undefined, { numeric: true });

const systemNames = new Set(['thumbs.db', 'desktop.ini', '__macosx', 'icon\r']);

/** Whether a file or folder of this name is no document: dot files, lock files, previews. */
export function isHidden(name: string): boolean {
  return name.startsWith('.') || name.startsWith('~$') || systemNames.has(name.toLowerCase());
}

/**
 * The files of a drop, those in its folders included. Call it while the event is handled: the
 * browser forgets what was dropped as soon as the handler has returned.
 */
export function collectDropped({ items }: DataTransfer): Promise<Collected> {
  const dropped = Array.from(items).filter(({ kind }) => kind === 'file');
  const entries: FileSystemEntry[] = [];
  const loose: File[] = [];
  for (const item of dropped) {
    const entry = item.webkitGetAsEntry();
    const file = entry ? null : item.getAsFile();
    if (entry) entries.push(entry);
    if (file) loose.push(file);
  }
  return collectEntries(entries, collectChosen(loose));
}

/** The files of a file dialog; from a folder they come with their way below it. */
export function collectChosen(chosen: Iterable<File>): Collected {
  const found: Collected = { files: [], hidden: [], unreadable: [] };
  for (const file of chosen) {
    const path = file.webkitRelativePath || file.name;
    if (path.split('/').some(isHidden)) found.hidden.push(path);
    else found.files.push({ file, path });
  }
  return found;
}

/** The files of these entries and of all folders below them, added to `found`. */
export async function collectEntries(
  entries: FileSystemEntry[],
  found: Collected = { files: [], hidden: [], unreadable: [] },
): Promise<Collected> {
  for (const entry of entries) {
    const path = entry.fullPath.replace(/^\//, '');
    if (isHidden(entry.name)) {
      found.hidden.push(path);
      continue;
    }
    try {
      if (isFolder(entry)) await collectEntries(await listFolder(entry), found);
      else found.files.push({ file: await openFile(entry as FileSystemFileEntry), path });
    } catch (error) {
      // One file that may not be read keeps none of the others out.
      if (!(error instanceof DOMException)) throw error;
      found.unreadable.push(path);
    }
  }
  return found;
}

function isFolder(entry: FileSystemEntry): entry is FileSystemDirectoryEntry {
  return entry.isDirectory;
}

function openFile(entry: FileSystemFileEntry): Promise<File> {
  return new Promise((resolve, reject) => entry.file(resolve, reject));
}

/**
 * A folder's entries as people would sort them. The browser hands them out a hundred at a time, in
 * any order, and none at the end.
 */
async function listFolder(folder: FileSystemDirectoryEntry): Promise<FileSystemEntry[]> {
  const reader = folder.createReader();
  const all: FileSystemEntry[] = [];
  for (;;) {
    const some = await new Promise<FileSystemEntry[]>((resolve, reject) =>
      reader.readEntries(resolve, reject),
    );
    if (some.length === 0) return all.sort((a, b) => order.compare(a.name, b.name));
    all.push(...some);
  }
}
