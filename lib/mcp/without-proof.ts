import type { Authorization } from '@/lib/credentials/authorization';
import { withoutSecrets } from '@/lib/credentials/without-secrets';

/** What a server says, without what requests to it prove themselves with: it may repeat what it was sent. */
export function withoutProof<T extends object | string>(
  told: T,
  proof: Authorization | undefined,
): T {
  if (!proof) return told;
  const text = JSON.stringify(told);
  const clean = withoutSecrets(text, proof);
  return clean === text ? told : JSON.parse(clean);
}
