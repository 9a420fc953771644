/** A reason not to start, as a sentence that says what to do; no stack is shown for it. */
export class StartProblem extends Error {
  override name = 'StartProblem';
}
