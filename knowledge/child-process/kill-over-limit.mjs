/**
 * A thread that ends its whole process when that takes more memory than it may: `workerData` bytes.
 * The thread that parses may unpack gigabytes without ever coming back to look at a clock.
 */
import { workerData } from 'node:worker_threads';

setInterval(() => {
  if (process.memoryUsage.rss() > workerData) process.kill(process.pid, 'SIGKILL');
}, 50);
