import { formatSchema, type SectionInput } from "./format";
import { paragraph, python, table } from "./holdings";

/** A part for each file that a section shows. */
function files(id: string, about: string): SectionInput {
  return { id, heading: "<file>", level: 3, repeats: true, about, holds: [python] };
}

const setup: SectionInput = {
  id: "setup",
  heading: "Project Setup",
  level: 2,
  about: "how a developer gets the backend to run",
  parts: [
    {
      id: "quick-start",
      heading: "Quick Start",
      level: 3,
      about: "the commands from a clone to a running server",
      holds: [{ kind: "fence", language: "bash" }],
    },
    {
      id: "packages",
      heading: "Dependencies (pyproject.toml)",
      aliases: ["Dependencies"],
      level: 3,
      about: "the packages that the backend needs",
      holds: [{ kind: "fence", language: "toml" }],
    },
  ],
};

const patterns: SectionInput[] = [
  {
    id: "configuration",
    heading: "Core Configuration",
    level: 2,
    about: "the settings class, and where its values come from",
    parts: [files("configuration-file", "the settings class")],
  },
  {
    id: "service-pattern",
    heading: "Service Pattern",
    level: 2,
    about: "how a service of this backend is built",
    parts: [
      {
        id: "service-structure",
        heading: "Standard Service Structure",
        level: 3,
        about: "what every service has",
        holds: [python],
      },
      {
        id: "service-example",
        heading: "Example: <service>",
        level: 3,
        required: false,
        repeats: true,
        about: "a service of this backend that others can be modelled on",
        holds: [python],
      },
    ],
  },
  {
    id: "injection",
    heading: "Dependency Injection",
    level: 2,
    about: "how sessions, services and the current user reach a route",
    parts: [files("injection-file", "the dependencies that routes ask for")],
  },
  {
    id: "router-pattern",
    heading: "API Router Pattern",
    level: 2,
    about: "how a router of this backend is built",
    parts: [files("router-file", "a router that others can be modelled on")],
  },
  {
    id: "workers",
    heading: "<queue> Workers",
    aliases: ["Workers"],
    level: 2,
    about: "how background work is declared, enqueued and run; or delete this section",
    required: false,
    parts: [{ ...files("worker-file", "the worker and its tasks"), required: false }],
  },
  {
    id: "errors",
    heading: "Error Handling",
    level: 2,
    about: "how errors are raised, and answered in one form",
    parts: [
      {
        id: "error-handler",
        heading: "Exception Handler Middleware",
        level: 3,
        about: "the handler that turns an exception into an answer",
        holds: [python],
      },
      files("error-file", "the exception classes"),
    ],
  },
  {
    id: "testing",
    heading: "Testing",
    level: 2,
    about: "how the backend is tested",
    parts: [files("testing-file", "the fixtures, and a test that others can be modelled on")],
  },
];

/** The `guide` format: the implementation guide of a whole backend. */
export const guide = formatSchema.parse({
  name: "guide",
  title: "Backend Implementation Guide",
  file: "backend-guide.md",
  frontMatter: [
    "backend-spec",
    "name",
    "module",
    "date",
    "status",
    "version",
    "last_updated",
    "upstream",
  ],
  sections: [
    {
      id: "overview",
      heading: "Overview",
      level: 2,
      about: "what the backend does, and what this guide is for",
      holds: [paragraph],
    },
    setup,
    ...patterns,
    {
      id: "tasks",
      heading: "Key Implementation Tasks",
      level: 2,
      about: "one row for each task, with an ID (BE, a hyphen, three digits)",
      holds: [{ ...table("Task ID", "Description", "Priority", "Hours"), ids: "BE" }],
    },
  ],
});
