/** What a request proves itself with. */
export interface Authorization {
  headers: Record<string, string>;
  query: Record<string, string>;
}
