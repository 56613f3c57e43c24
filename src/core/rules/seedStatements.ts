/** A statement of the customer's documents that code can be held to, and the rules that do. */
export interface SeedStatement {
  /** What it asks for, in a few words. */
  readonly asks: string;
  readonly rules: readonly string[];
}

/** The statements of the customer's documents by the part they stand in, in their order there. */
export const seedStatements: Readonly<Record<string, readonly SeedStatement[]>> = {
  "Red flags": [
    { asks: "lists are paginated", rules: ["missing-pagination"] },
    { asks: "no query a row", rules: ["n-plus-one-query", "lazy-load-in-async"] },
    { asks: "nothing blocks the event loop", rules: ["blocking-call-in-async"] },
    {
      asks: "error messages are constants",
      rules: ["inline-error-string", "error-constant-name"],
    },
    {
      asks: "routers go through services",
      rules: ["router-calls-repository", "query-outside-repository", "logic-in-router"],
    },
    { asks: "public functions are typed", rules: ["missing-type-hints", "any-type"] },
    { asks: "tasks are bounded", rules: ["unbounded-task"] },
    { asks: "deleted rows are filtered", rules: ["missing-soft-delete-filter"] },
    {
      asks: "sessions are closed",
      rules: ["session-leak", "service-session-ownership", "shared-session-concurrency"],
    },
    { asks: "configuration comes from settings", rules: ["hardcoded-config"] },
  ],
  "Anti-patterns": [
    { asks: "modules have no folders", rules: ["module-files"] },
    { asks: "modules have the six files and no other", rules: ["module-files"] },
    {
      asks: "error messages have a name with the prefix",
      rules: ["inline-error-string", "error-constant-name"],
    },
    { asks: "tests use a real database", rules: ["mocked-database"] },
    { asks: "no configuration values in code", rules: ["hardcoded-config"] },
    { asks: "no layers of abstraction for their own sake", rules: ["over-abstraction"] },
    { asks: "schemas have the project's base", rules: ["raw-base-model"] },
    { asks: "imports are absolute", rules: ["relative-import"] },
    { asks: "a module's repository is its own", rules: ["cross-module-repository"] },
    { asks: "the database is asked asynchronously", rules: ["sync-database"] },
  ],
  "Repositories, schemas and models": [
    { asks: "one repository a model, over a session it is given", rules: ["repository-shape"] },
    { asks: "repositories hold no decisions", rules: ["logic-in-repository"] },
    { asks: "schemas end with what they are for", rules: ["schema-name"] },
    { asks: "schemas stay flat", rules: ["schema-depth"] },
    { asks: "fixed strings are literal types", rules: ["enum-over-literal"] },
    { asks: "models take base and mixin", rules: ["model-base"] },
    { asks: "column types are written out", rules: ["implicit-column-type"] },
    { asks: "filtered columns have an index", rules: ["unindexed-filter"] },
    { asks: "settings are made once", rules: ["uncached-settings"] },
  ],
  Tasks: [
    { asks: "tasks live in one place", rules: ["task-location"] },
    { asks: "tasks can run twice", rules: ["task-idempotency"] },
    { asks: "a task follows the row it is about", rules: ["enqueue-before-commit"] },
  ],
  "Style constraints": [
    { asks: "annotations are not evaluated", rules: ["missing-future-annotations"] },
    { asks: "session calls are awaited", rules: ["unawaited-session-call"] },
    {
      asks: "early returns, short functions",
      rules: ["deep-nesting", "long-function", "complex-function"],
    },
    { asks: "numbers have names", rules: ["magic-value"] },
    { asks: "names say what is done", rules: ["vague-name"] },
  ],
  "Errors and security of services": [
    { asks: "every error that is raised is answered", rules: ["unhandled-domain-error"] },
    { asks: "what is secret is never passed to a task", rules: ["task-argument"] },
    { asks: "what is secret is never answered", rules: ["orm-in-response"] },
    {
      asks: "what is secret is never logged",
      rules: ["secret-in-log", "exception-text-in-response"],
    },
  ],
  Specifications: [
    {
      asks: "every section is there, and filled in",
      rules: ["spec-missing-section", "spec-placeholder", "spec-table-columns"],
    },
    { asks: "business rules have IDs", rules: ["spec-rule-id", "spec-undefined-reference"] },
    {
      asks: "each method has a signature with what it raises",
      rules: ["spec-undocumented-method", "spec-python-syntax"],
    },
    {
      asks: "each error is classified, with a code of its own",
      rules: ["spec-error-not-classified", "spec-duplicate-error-code"],
    },
    {
      asks: "each dependency has a timeout, a fallback and retries",
      rules: ["spec-dependency-bounds"],
    },
    { asks: "events have versions", rules: ["spec-event-version"] },
    {
      asks: "diagrams show what the document speaks of, and can be drawn",
      rules: ["spec-diagram-participant", "spec-state-machine", "diagram-syntax"],
    },
    { asks: "each operation has latency targets", rules: ["spec-latency-target"] },
    { asks: "what is secret is in no example", rules: ["spec-sensitive-data"] },
    { asks: "code and documents are linked", rules: ["spec-link"] },
  ],
};
