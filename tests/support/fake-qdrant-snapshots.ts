import type { IncomingMessage } from 'node:http';
import { sha256 } from '@/lib/ids';
import { FakeCollection } from './fake-qdrant-collection';

interface Asked {
  collection: string;
  /** Below `/collections/<name>`. */
  path: string;
  body: Buffer;
}

/** Snapshots of the fake's collections, made, downloaded, deleted and put back as Qdrant does. */
export class FakeSnapshots {
  private readonly files = new Map<string, string>();

  private readonly collections: Map<string, FakeCollection>;

  constructor(collections: Map<string, FakeCollection>) {
    this.collections = collections;
  }

  names(): string[] {
    return [...this.files.keys()];
  }

  /** The result of a request, a file's bytes, or null for what is not there. */
  async answer(request: IncomingMessage, { collection, path, body }: Asked): Promise<unknown> {
    const [, , name = ''] = path.split('/');
    if (request.method === 'POST' && name === 'upload') {
      const text = await uploaded(request, body);
      this.collections.set(collection, FakeCollection.fromSnapshot(text));
      return true;
    }
    if (request.method === 'POST' && name === '') return this.make(collection);
    const file = this.files.get(name);
    if (file === undefined) return null;
    if (request.method === 'DELETE') return this.files.delete(name);
    return Buffer.from(file);
  }

  private make(collection: string): unknown {
    const found = this.collections.get(collection);
    if (!found) return null;
    const name = `${collection}-${this.files.size + 1}.snapshot`;
    const text = found.toSnapshot();
    this.files.set(name, text);
    return { name, size: text.length, checksum: sha256(text) };
  }
}

async function uploaded(request: IncomingMessage, body: Buffer): Promise<string> {
  const headers = { 'content-type': request.headers['content-type'] ?? '' };
  const form = await new Response(new Uint8Array(body), { headers }).formData();
  const file = form.get('snapshot');
  if (!(file instanceof Blob)) throw new Error('no field named snapshot');
  return await file.text();
}
