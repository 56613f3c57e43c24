/** What the command line exits with. */
export const exitCodes = { clean: 0, findings: 1, usage: 2, internal: 3 } as const;

/** Wrong usage or configuration: the message says what to do. */
export class UsageError extends Error {}
