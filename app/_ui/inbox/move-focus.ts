/** Moves the focus among a list's buttons by `step`, from the current one, or to the nearest end. */
export function moveFocus(list: HTMLElement | null, step: 1 | -1): void {
  const buttons = Array.from(list?.querySelectorAll('button') ?? []);
  const focused = buttons.findIndex((button) => button.matches(':focus'));
  const current =
    focused === -1
      ? buttons.findIndex((button) => button.getAttribute('aria-current') === 'true')
      : focused;
  const next = current === -1 ? (step === 1 ? 0 : buttons.length - 1) : current + step;
  buttons[Math.min(Math.max(next, 0), buttons.length - 1)]?.focus();
}
