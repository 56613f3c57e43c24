/** What an error says, for the log and for a user. */
export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
