import { handleDemoRequest } from '@/lib/demo/handle-request';

interface Context {
  params: Promise<{ path: string[] }>;
}

/**
 * The demo company's API stands for somebody else's system: it knows the desk by a service
 * credential and answers with problem objects, so it is not made with the desk's own `route()`.
 */
async function handle(request: Request, { params }: Context): Promise<Response> {
  const { path } = await params;
  return handleDemoRequest(request, `/${path.join('/')}`);
}

export { handle as GET, handle as POST };
