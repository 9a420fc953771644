import { listUnsettledActionIds } from '@/lib/db/actions/action-claims';
import { log } from '@/lib/log';
import { carryOutApart } from './carry-out-apart';
import { listUnderWay } from './under-way';

const intervalMs = 3_000;

/**
 * Takes up, once, all actions that go on apart from their turns and that no process is at: decided
 * ones, those whose process was killed, and those of unknown outcome that are due to be asked about.
 */
export async function takeUpActions(): Promise<void> {
  const ids = await listUnsettledActionIds(listUnderWay());
  await Promise.all(
    ids.map((actionId) =>
      carryOutApart(actionId).catch((error: unknown) =>
        log().error({ event: 'action-not-carried-out', actionId, err: error }),
      ),
    ),
  );
}

/** Looks for such actions now and from time to time, until the returned function is called. */
export function keepActions(): () => void {
  let isLooking = false;
  const look = async () => {
    // An API that takes long holds up the next look, not the process.
    if (isLooking) return;
    isLooking = true;
    try {
      await takeUpActions();
    } catch (error) {
      log().error({ event: 'action-recovery-failed', err: error });
    } finally {
      isLooking = false;
    }
  };
  void look();
  const timer = setInterval(look, intervalMs);
  timer.unref();
  return () => clearInterval(timer);
}
