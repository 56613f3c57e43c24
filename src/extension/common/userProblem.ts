/** What a user can mend: its message is shown, and the log keeps no stack of it. */
export class UserProblem extends Error {}
