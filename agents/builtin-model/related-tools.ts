/** What a tool moves was made by another: while that is only proposed, there is nothing to move. */
const movesWhatIsMadeBy: Record<string, string> = { reschedule_appointment: 'book_appointment' };

/** From what a tool lists people choose for another. */
const listsFor: Record<string, string> = { find_free_slots: 'book_appointment' };

/** Whether a tool moves what the other one makes. */
export function moves(tool: { name: string }, other: { name: string }): boolean {
  return movesWhatIsMadeBy[tool.name] === other.name;
}

/** The name of the tool that takes what this one lists. */
export function chosenFor({ name }: { name: string }): string | undefined {
  return listsFor[name];
}
