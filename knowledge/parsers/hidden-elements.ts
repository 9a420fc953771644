/** Elements whose content is never text of the page. */
const silent = [
  'script',
  'style',
  'template',
  'noscript',
  'iframe',
  'object',
  'svg',
  'canvas',
  'audio',
  'video',
  'select',
  'textarea',
  'button',
  'dialog',
  'nav',
  'head',
  '[hidden]',
  '[aria-hidden="true"]',
  '[role="navigation"]',
];

const hidingStyle =
  /(display\s*:\s*none|visibility\s*:\s*(hidden|collapse)|opacity\s*:\s*0(\.0+)?\s*(;|$|!)|font-size\s*:\s*0|text-indent\s*:\s*-\d{3,}|(left|top)\s*:\s*-\d{3,})/i;

/**
 * Removes what a reader of the page does not see: scripts, navigation, and everything hidden by
 * attribute, inline style or a rule of the page's own style sheets. Text that people cannot see
 * must not answer them, nor speak to a model.
 */
export function removeHidden(document: Document): void {
  const selectors = [...hiddenSelectors(document), ...silent];
  for (const selector of selectors) {
    for (const element of select(document, selector)) element.remove();
  }
  for (const element of document.querySelectorAll('[style]')) {
    if (hidingStyle.test(element.getAttribute('style') ?? '')) element.remove();
  }
}

/** Selectors of style rules that hide what they match. Rules inside `@media print` and the like are left alone. */
function hiddenSelectors(document: Document): string[] {
  const css = [...document.querySelectorAll('style')].map((style) => style.textContent).join('\n');
  const rules = css
    .replace(/\/\*[\s\S]*?\*\//g, '')
    .replace(/@[^{}]*\{(?:[^{}]*\{[^{}]*\})*[^{}]*\}/g, '')
    .matchAll(/([^{}]+)\{([^{}]*)\}/g);
  return [...rules].flatMap(([, selector = '', body = '']) =>
    hidingStyle.test(body) ? selector.split(',').map((part) => part.trim()) : [],
  );
}

function select(document: Document, selector: string): Element[] {
  try {
    return [...document.querySelectorAll(selector)];
  } catch {
    // Style sheets may hold selectors that only browsers know; those rules are not applied.
    return [];
  }
}
