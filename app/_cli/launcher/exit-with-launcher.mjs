// Loaded into the web server and the worker before anything else. When the launcher is gone,
// killed even, the channel to it closes: end the way a stop would, and by force if that hangs.
// The process leads a group of its own, so that children of `next dev` end with it.
const graceMs = 3000;

process.once('disconnect', () => {
  setTimeout(() => process.kill(-process.pid, 'SIGKILL'), graceMs).unref();
  process.kill(process.pid, 'SIGTERM');
});
