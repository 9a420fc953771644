import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';

type Answer = string | ((request: IncomingMessage, response: ServerResponse) => void);

/** A web site on this machine, whose pages a test puts up, changes and takes down. */
export interface SiteServer {
  origin: string;
  port: number;
  /** What stands at each path: HTML, or a function that answers. What is not there is 404. */
  pages: Map<string, Answer>;
  /** Every request that came, as `GET /path`. */
  requests: IncomingMessage[];
  close: () => Promise<void>;
}

/** Starts a site on a free port of 127.0.0.1. */
export async function startSite(pages: Record<string, Answer> = {}): Promise<SiteServer> {
  const site = { pages: new Map(Object.entries(pages)), requests: [] as IncomingMessage[] };
  const server = createServer((request, response) => {
    site.requests.push(request);
    const answer = site.pages.get(request.url ?? '/');
    if (typeof answer === 'function') answer(request, response);
    else if (answer === undefined) response.writeHead(404).end('nothing here');
    else response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(answer);
  });
  const port = await listen(server);
  return {
    ...site,
    origin: `http://127.0.0.1:${port}`,
    port,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function listen(server: Server): Promise<number> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (!address || typeof address === 'string') throw new Error('the site has no port');
  return address.port;
}
