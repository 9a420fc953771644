/** A browser without pages: keeps cookies, follows no redirect by itself. */
export class BrowserSession {
  private readonly jar = new Map<string, string>();

  private readonly origin: string;

  constructor(origin: string) {
    this.origin = origin;
  }

  /** Requests a path of the desk, or a whole address, with the cookies collected so far. */
  async fetch(target: string, init: RequestInit = {}): Promise<Response> {
    const headers = new Headers(init.headers);
    if (this.jar.size > 0) headers.set('cookie', this.cookies());
    const url = new URL(target, this.origin);
    const response = await fetch(url, { ...init, headers, redirect: 'manual' });
    for (const line of response.headers.getSetCookie()) this.keep(line);
    return response;
  }

  /** Sends JSON. */
  async post(path: string, body: unknown, method = 'POST'): Promise<Response> {
    const headers = { 'content-type': 'application/json' };
    return this.fetch(path, { method, headers, body: JSON.stringify(body) });
  }

  /** Opens a sign-in link at this desk, whatever address the link was made for. */
  async open(link: string): Promise<Response> {
    const { pathname, search } = new URL(link);
    return this.fetch(`${pathname}${search}`);
  }

  cookie(name: string): string | undefined {
    return this.jar.get(name);
  }

  setCookie(name: string, value: string): void {
    this.jar.set(name, value);
  }

  private cookies(): string {
    return [...this.jar].map(([name, value]) => `${name}=${value}`).join('; ');
  }

  private keep(line: string): void {
    const [pair = '', ...attributes] = line.split(/; */);
    const name = pair.slice(0, pair.indexOf('='));
    const value = pair.slice(pair.indexOf('=') + 1);
    const isGone = attributes.some((attribute) => /^max-age=0$/i.test(attribute)) || value === '';
    if (isGone) this.jar.delete(name);
    else this.jar.set(name, value);
  }
}
