import { canonicalJson } from '@/lib/canonical-json';
import { openCredential, sealCredential } from '@/lib/credentials/vault';
import { db, type Transaction } from '@/lib/db/client';
import {
  createConnection,
  findConnection,
  type NewConnectionRow,
  updateConnection,
} from '@/lib/db/connections/connections';
import { serviceCredential } from '@/lib/demo/credential';
import { openApiDocument } from '@/lib/demo/openapi';
import { publish } from '@/lib/events/bus';
import { log } from '@/lib/log';
import { placeOfDemo } from './place-of-demo';
import { forgetRemembered } from './remembered';

export const demoConnectionId = 'demo';
const companyName = 'Lanternway';
/** So many names are tried for it. */
const mostNames = 20;
const identity = { header: 'X-Account-Id', value: 'account' } as const;

/**
 * Makes the demo company's API one of the desk's connections, or brings what is stored of it up to
 * date: its document, its address and the credential, which follow from this desk.
 */
export async function ensureDemoConnection(): Promise<void> {
  const id = demoConnectionId;
  const document = JSON.parse(JSON.stringify(openApiDocument()));
  const address = placeOfDemo().baseUrl;
  const row = await findConnection(id);
  const credential = { kind: 'bearer', token: serviceCredential() } as const;
  const isTrue =
    row !== null &&
    row.address === address &&
    canonicalJson(row.document) === canonicalJson(document) &&
    opens(id, row.credential, credential.token);
  if (isTrue) return;
  const change = {
    address,
    document,
    identity,
    credentialKind: credential.kind,
    credential: sealCredential(id, credential),
  };
  await db().transaction(async (tx) => {
    if (row) await updateConnection(tx, row, change);
    else await make(tx, change);
    await publish(tx, { type: 'connections-changed', connectionId: id });
  });
  // Whoever made it wants to call it at once: that there was none is remembered still.
  forgetRemembered();
}

/** Somebody may have called a connection of their own by its name: then it has another one. */
async function make(
  tx: Transaction,
  known: Omit<NewConnectionRow, 'id' | 'kind' | 'name'>,
): Promise<void> {
  for (let nth = 1; nth <= mostNames; nth += 1) {
    const name = nth === 1 ? companyName : `${companyName} (demo${nth === 2 ? '' : ` ${nth - 1}`})`;
    const row = { id: demoConnectionId, kind: 'openapi', name, isOurs: true, ...known } as const;
    if (await createConnection(tx, row)) {
      if (nth > 1) log().warn({ event: 'demo-connection-renamed', name });
      return;
    }
    // Another process was faster.
    if (await findConnection(demoConnectionId, tx)) return;
  }
  throw new Error(`${mostNames} connections are called like the demo company: rename one of them.`);
}

function opens(id: string, sealed: string | null, token: string): boolean {
  if (!sealed) return false;
  try {
    const kept = openCredential(id, sealed);
    return kept.kind === 'bearer' && kept.token === token;
  } catch {
    // Locked with a secret that the desk had before.
    return false;
  }
}
