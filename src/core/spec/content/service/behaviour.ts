import { shorten } from "../../../diagrams/label";
import { renderSequence } from "../../../diagrams/sequence";
import { asTitle } from "../../purpose";
import type { SpecSubject } from "../../subject";
import { bullets, fence, paragraph, todo } from "../blocks";
import type { RepeatedWriter, SectionWriter } from "../writer";

/** What happens when the service is called, and when it fails: Business Logic to Events. */
export const behaviour: Readonly<Record<string, SectionWriter>> = {
  "error-schema": () => [
    paragraph(
      "Every error answers with this body, so that a caller handles all of them in one place.",
    ),
    fence(
      "python",
      "from dataclasses import dataclass, field",
      "",
      "",
      "@dataclass(frozen=True)",
      "class ErrorResponse:",
      '    """What a caller is told about a request that failed."""',
      "",
      "    error_code: str  # one of the codes above",
      "    message: str  # for people; may change at any time",
      "    request_id: str  # the same as in the logs",
      "    details: dict[str, str] = field(default_factory=dict)  # a reason for each wrong field",
      "    retry_after: int | None = None  # seconds to wait, where waiting helps",
    ),
  ],

  events: ({ name }) => [
    paragraph(`What ${name} tells other services once a change is stored.`),
    todo("delete this section if the service publishes no events"),
  ],

  "event-schema": ({ name }) => [
    fence(
      "python",
      "from dataclasses import dataclass",
      "from datetime import datetime",
      "from uuid import UUID",
      "",
      "",
      "@dataclass(frozen=True)",
      "class Event:",
      '    """The envelope that every event has."""',
      "",
      "    event_id: UUID  # the same when an event is sent again",
      "    event_type: str  # with the version of its payload",
      "    subject_id: UUID  # the record that changed",
      "    occurred_at: datetime  # UTC",
      "    correlation_id: str  # of the request that caused it",
      "    payload: dict[str, object]",
    ),
    paragraph(
      `${name} raises the version of an event type when a payload changes in a way that breaks readers.`,
    ),
  ],

  "event-guarantees": () => [
    bullets(
      [{ strong: "Delivery" }, ": ", { proposed: "at least once, so consumers must bear repeats" }],
      [{ strong: "Ordering" }, ": ", { proposed: "kept for each record, not across records" }],
      [{ strong: "Retry" }, ": ", { proposed: "3 attempts with exponential backoff" }],
      [
        { strong: "Dead letter queue" },
        ": ",
        { proposed: "after the last attempt, for a person to look at" },
      ],
    ),
  ],
};

/** The parts that stand once for each thing they are about. */
export const repeated: Readonly<Record<string, RepeatedWriter>> = {
  "happy-path": (subject) => [
    {
      values: { operation: shorten(asTitle(subject), 60) || "Main Operation" },
      blocks: [fence("mermaid", happyPath(subject))],
    },
  ],
};

function happyPath(subject: SpecSubject): string {
  const operation = asTitle(subject) || "Main operation";
  return renderSequence({
    participants: [
      { id: "client", label: "Client" },
      { id: "gateway", label: "API Gateway" },
      { id: "service", label: subject.name },
    ],
    steps: [
      { kind: "call", from: "client", to: "gateway", text: "Request" },
      { kind: "call", from: "gateway", to: "service", text: operation },
      { kind: "call", from: "service", to: "service", text: "Check the input" },
      { kind: "comment", text: "TODO: the calls to each dependency, in order" },
      { kind: "answer", from: "service", to: "gateway", text: "Result" },
      { kind: "answer", from: "gateway", to: "client", text: "Response" },
    ],
  });
}
