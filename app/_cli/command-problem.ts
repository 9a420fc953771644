/** A reason why a command cannot do what was asked, as a sentence that says what to do. */
export class CommandProblem extends Error {
  override name = 'CommandProblem';
}
