/** An OpenAPI document as it was pasted or chosen. */
export interface TypedDocument {
  text: string;
  /** Where it is a file, or too long to be shown in a field: what it is called. */
  label: string | null;
  /** Somebody chose or dropped it. */
  isFile: boolean;
}

/** Nothing yet. */
export const noDocument: TypedDocument = { text: '', label: null, isFile: false };

/** More than this, in characters, makes a text field slow; it is kept beside it instead. */
const longestShown = 60_000;

/** A document that was typed or pasted. */
export function fromText(text: string, label: string): TypedDocument {
  return { text, label: text.length > longestShown ? label : null, isFile: false };
}

/** A document that was chosen or dropped. */
export async function fromFile(file: File): Promise<TypedDocument> {
  return { text: await file.text(), label: file.name, isFile: true };
}
