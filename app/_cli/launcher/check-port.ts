import { createServer } from 'node:net';
import { StartProblem } from './start-problem';

/** @throws StartProblem when the web server could not listen on this port. */
export async function checkPort(port: number): Promise<void> {
  const code = await tryPort(port);
  if (!code) return;
  if (code === 'EADDRINUSE') {
    throw new StartProblem(
      `Port ${port} is in use by another program. Stop it, or choose another port: PORT=${port + 1} npm start`,
    );
  }
  throw new StartProblem(
    `Port ${port} cannot be used (${code}). Choose another one: PORT=3000 npm start`,
  );
}

function tryPort(port: number): Promise<string | undefined> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', (error: NodeJS.ErrnoException) => resolve(error.code ?? error.message));
    server.listen(port, () => server.close(() => resolve(undefined)));
  });
}
