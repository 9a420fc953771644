const placeholder = /\{([a-z][a-z0-9_]*)\}/g;

/** The variables that a text names, like {order}. */
export function placeholdersOf(text: string): string[] {
  return [...text.matchAll(placeholder)].map(([, name = '']) => name);
}

/** A text with its variables put in as they are: for readers that take it as plain text. */
export function fillTemplate(text: string, variables: Record<string, string>): string {
  return text.replace(placeholder, (_, name: string) => variables[name] ?? '');
}

/** The same for Markdown: what people wrote stays words, and becomes no link, picture or heading. */
export function fillMarkdown(text: string, variables: Record<string, string>): string {
  return text.replace(placeholder, (_, name: string) =>
    (variables[name] ?? '').replace(/[\\`*_[\]<>#|~!&$]/g, '\\$&'),
  );
}
