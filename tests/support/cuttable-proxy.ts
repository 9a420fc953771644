import { connect, createServer, type Socket } from 'node:net';

/** A way to a server that can be cut and mended. */
export interface CuttableProxy {
  port: number;
  /** Ends every connection; new ones are refused until it is mended. */
  cut: () => void;
  mend: () => void;
  close: () => Promise<void>;
}

/**
 * Opens one on loopback that leads to a port of loopback or to a Unix socket.
 * @param port its own; any free one when absent
 */
export async function startCuttableProxy(
  target: { host: string; port: number },
  port = 0,
): Promise<CuttableProxy> {
  const open = new Set<Socket>();
  let isCut = false;
  const server = createServer((near) => {
    if (isCut) {
      near.destroy();
      return;
    }
    const far = connect(target);
    for (const [socket, other] of [
      [near, far],
      [far, near],
    ] as const) {
      open.add(socket);
      socket.pipe(other);
      socket.on('error', () => other.destroy());
      socket.on('close', () => {
        open.delete(socket);
        other.destroy();
      });
    }
  });
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  const address = server.address();
  const sever = () => {
    for (const socket of open) socket.destroy();
  };
  return {
    port: typeof address === 'object' && address ? address.port : 0,
    cut: () => {
      isCut = true;
      sever();
    },
    mend: () => {
      isCut = false;
    },
    close: async () => {
      sever();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
