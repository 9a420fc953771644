import { DocumentFault } from '@/lib/business/document-fault';
import { AppError } from '@/lib/errors';
import { callFaultOf } from '@/lib/mcp/mcp-fault';

/** Does something with a document that somebody handed in; its fault becomes a sentence for them. */
export function readingDocument<T>(read: () => T): T {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof DocumentFault)) throw error;
    throw new AppError(`document_${error.reason}`, { detail: error.detail }, { cause: error });
  }
}

/** Asks an MCP server for somebody who waits; what goes wrong becomes a sentence for them. */
export async function askingServer<T>(ask: () => Promise<T>): Promise<T> {
  try {
    return await ask();
  } catch (error) {
    throw new AppError('mcp_unreachable', { fault: callFaultOf(error) }, { cause: error });
  }
}
