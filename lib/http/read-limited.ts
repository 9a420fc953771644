/**
 * The text of a request or a response, or null when it is longer than `maxBytes`: never holds
 * more than that, whatever length was announced.
 */
export async function readLimited(
  { body }: Pick<Body, 'body'>,
  maxBytes: number,
): Promise<string | null> {
  if (!body) return '';
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of body) {
    size += chunk.byteLength;
    // Leaving the loop cancels the stream, and with it the connection.
    if (size > maxBytes) return null;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}
