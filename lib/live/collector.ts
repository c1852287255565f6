export type Collector = { wake: () => void; stop: () => void };

/**
 * Runs `act` a moment after it was woken, however often that was, and never twice at once: who wakes it while it runs gets a run of
 * their own afterwards. After a failure it tries again by itself.
 */
export function collector(waitMs: number, act: () => Promise<void>, failed: (fault: unknown) => void): Collector {
  const againMs = 1_000;
  let timer: NodeJS.Timeout | null = null;
  let isRunning = false;
  let isAwaited = false;
  let isStopped = false;
  const arm = (ms: number) => {
    if (isStopped || timer) return;
    timer = setTimeout(() => void run(), ms);
  };
  const run = async () => {
    timer = null;
    isRunning = true;
    isAwaited = false;
    const next = await act().then(
      () => waitMs,
      (fault) => {
        failed(fault);
        isAwaited = true;
        return againMs;
      },
    );
    isRunning = false;
    if (isAwaited) arm(next);
  };
  return {
    wake: () => {
      if (isRunning) isAwaited = true;
      else arm(waitMs);
    },
    stop: () => {
      isStopped = true;
      if (timer) clearTimeout(timer);
    },
  };
}
