import { reachDemoApiAt } from '@/lib/connections/place-of-demo';
import { startDemoServer } from '@/lib/demo/demo-server';

/** Serves the demo company's API while `work` runs, for commands that run without a desk. */
export async function withDemoApi<T>(work: () => Promise<T>): Promise<T> {
  const server = await startDemoServer();
  reachDemoApiAt(server.port);
  try {
    return await work();
  } finally {
    await server.stop();
  }
}
