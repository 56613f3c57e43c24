import type { SectionInput } from "./format";
import { list, mermaid, paragraph, python, table } from "./holdings";

/** What of the compact sections is said in other words for a service and for a task. */
export interface CompactWords {
  readonly interface: SectionInput;
  readonly architecture: string;
  readonly security: string;
}

/**
 * The sections that the compact specification of a service and that of a task have in common. Headings, columns and
 * their order are those of the source they were derived from, word for word; business rules have IDs on top.
 */
export function compactSections(words: CompactWords): SectionInput[] {
  return [
    {
      id: "responsibilities",
      heading: "Service Responsibilities",
      level: 2,
      about: "what it owns and what it does not own, in one paragraph",
      holds: [paragraph],
    },
    {
      id: "architecture",
      heading: "Architecture Context",
      level: 2,
      about: words.architecture,
      holds: [mermaid("flowchart")],
    },
    {
      id: "dependencies",
      heading: "Dependencies",
      level: 2,
      about: "one row for each database, cache, queue or other service that this one needs",
      holds: [table("Dependency", "Type", "Timeout", "Fallback")],
    },
    {
      id: "data-models",
      heading: "Data Models",
      level: 2,
      about: "a Python dataclass for each model",
      holds: [python],
    },
    words.interface,
    {
      id: "business-logic",
      heading: "Business Logic",
      level: 2,
      about: "the rules that hold whoever calls",
      parts: logic,
    },
    {
      id: "errors",
      heading: "Error Handling",
      level: 2,
      about: "one row for each error that can be raised, and what a caller sees of it",
      holds: [table("Error", "Type", "HTTP Status", "Response")],
    },
    {
      id: "observability",
      heading: "Observability",
      level: 2,
      about: "each log event and each metric",
      holds: [{ ...python, hint: "each log event with its fields" }, list],
    },
    {
      id: "security",
      heading: "Security",
      level: 2,
      about: words.security,
      holds: [list],
    },
    {
      id: "testing",
      heading: "Testing Strategy",
      level: 2,
      about: "one row for each kind of test",
      holds: [table("Test Type", "Tool", "Coverage Target", "Key Scenarios")],
    },
  ];
}

const logic: SectionInput[] = [
  {
    id: "business-rules",
    heading: "Business Rules",
    aliases: ["Rules", "<name> Rules"],
    level: 3,
    about: "one row for each rule, with an ID (BR, a hyphen, three digits)",
    holds: [{ ...table("ID", "Rule", "Description"), ids: "BR" }],
  },
  {
    id: "state-machine",
    heading: "State Machine",
    level: 3,
    required: false,
    about:
      "the states of a record and what moves it between them, as a stateDiagram-v2; or delete this part",
    holds: [mermaid("stateDiagram-v2")],
  },
  {
    id: "sequence",
    heading: "Sequence Diagram (Happy Path)",
    aliases: ["Sequence Diagram", "Sequence Diagram: <operation>"],
    level: 3,
    about: "who calls whom, in which order",
    holds: [mermaid("sequenceDiagram")],
  },
];
