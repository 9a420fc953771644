/** What a tool moves was made by another: while that is only proposed, there is nothing to move. */
const movesWhatIsMadeBy: Record<string, string> = { reschedule_appointment: 'book_appointment' };

/** What does away with that, where it is to be moved to no other time. */
const letsGoWhatIsMovedBy: Record<string, string> = {
  reschedule_appointment: 'cancel_appointment',
};

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

/** The name of the tool that does away with what this one moves. */
export function letsGoFor({ name }: { name: string }): string | undefined {
  return letsGoWhatIsMovedBy[name];
}

/** The name of the tool that moves what this one does away with. */
export function movesFor({ name }: { name: string }): string | undefined {
  return Object.keys(letsGoWhatIsMovedBy).find((each) => letsGoWhatIsMovedBy[each] === name);
}
