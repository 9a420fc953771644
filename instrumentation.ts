/** What the web process does beside answering requests. Next calls it once, when it starts. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== 'nodejs') return;
  const [{ keepRecovering }, { keepActions }, { warmUp }, { log }] = await Promise.all([
    import('./agents/turns/recover-turns'),
    import('./agents/actions/keep-actions'),
    import('@/agents/warm-up'),
    import('@/lib/log'),
  ]);
  keepRecovering();
  keepActions();
  await warmUp().catch((error: unknown) =>
    log().warn({ event: 'warm-up-failed', err: error }, 'the first answers will be slower'),
  );
}
