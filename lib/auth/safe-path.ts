const anyOrigin = 'http://desk.invalid';

/**
 * The path of a place on this desk, for a redirect; undefined for anything that could lead to
 * another site (`//host`, `/\host`, `/..//host`, a scheme) or is no path at all.
 */
export function safePath(target: string | null | undefined): string | undefined {
  if (!target?.startsWith('/') || !URL.canParse(target, anyOrigin)) return undefined;
  const url = new URL(target, anyOrigin);
  // Taking `..` out of a path can leave one that begins like another site's address.
  if (url.origin !== anyOrigin || url.pathname.startsWith('//')) return undefined;
  return `${url.pathname}${url.search}${url.hash}`;
}
