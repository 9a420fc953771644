import { env } from '@/lib/env';
import type { AllowedHost } from '@/lib/net/allowed-hosts';
import { processGlobal } from '@/lib/process-global';

const place = () => processGlobal<{ port?: number }>('demo-api-place', () => ({}));

/** Where the demo company's API is: on this machine's own web server, which may be called there. */
export function placeOfDemo(): { baseUrl: string; allowed: AllowedHost[] } {
  const port = place().port ?? env().PORT;
  return {
    baseUrl: `http://127.0.0.1:${port}/api/demo`,
    allowed: [{ kind: 'host', host: '127.0.0.1', port: String(port) }],
  };
}

/** Where this process finds the demo API when no desk runs at `PORT`. */
export function reachDemoApiAt(port: number): void {
  place().port = port;
}
