/** Scripts that are written from right to left, and their digits. */
const rightToLeft =
  /[\p{Script=Hebrew}\p{Script_Extensions=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}\p{Script=Adlam}\p{Script=Samaritan}\p{Script=Mandaic}\p{Script=Mende_Kikakui}\p{Script=Hanifi_Rohingya}]/u;

/** What `isolated` puts around a text: they show nothing themselves. */
export const isolates = { open: '\u2068', close: '\u2069' };

/**
 * A text that shares its line with others: letters that are written from right to left change the
 * order of nothing but itself. The text must have no such signs of its own.
 */
export function isolated(text: string): string {
  return rightToLeft.test(text) ? `${isolates.open}${text}${isolates.close}` : text;
}
