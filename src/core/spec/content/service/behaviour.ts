import { shorten } from "../../../diagrams/label";
import { asTitle } from "../../purpose";
import { bullets, fence, paragraph, type Span, todo } from "../blocks";
import { conflict, gatewayCallers, happyPath, retries } from "../shared/diagrams";
import { eventExample } from "../shared/examples";
import { tableOf } from "../shared/parts";
import { stateMachine } from "../shared/stateMachine";
import type { RepeatedWriter, SectionWriter } from "../writer";

/** What happens when the service is called, and when it fails: Business Logic to Events. */
export const behaviour: Readonly<Record<string, SectionWriter>> = {
  "business-rules": ({ content: { rules } }, section) =>
    tableOf(
      section,
      rules.map(({ id, text, implementation, validationPoint }) => [
        id,
        text,
        implementation ?? { todo: "how it is enforced" },
        validationPoint ?? { todo: "where it is checked" },
      ]),
    ),

  "state-machine": stateMachine,

  "conflict-path": (subject) => {
    const versioned = subject.content.entities.filter(({ hasVersion }) => hasVersion);
    if (versioned.length === 0) return undefined;
    return versioned.map((entity) => fence("mermaid", conflict(subject, entity)));
  },

  "retry-path": (subject) => {
    const external = subject.content.dependencies.filter(({ isExternal }) => isExternal);
    if (external.length === 0) return undefined;
    return external.map((one) => fence("mermaid", retries(subject, one)));
  },

  "error-classes": ({ content: { errors } }, section) =>
    tableOf(
      section,
      errors.map(({ name, status, code, retry, level }) => [
        name,
        status === undefined ? "N/A" : String(status),
        code,
        retry,
        level,
      ]),
    ),

  retries: ({ content: { dependencies } }, section) =>
    tableOf(
      section,
      dependencies.map(({ name, attempts, backoff, isRaised }) => [
        `${name} does not answer`,
        { proposed: isRaised ? "Exponential with jitter" : "None; go on without it" },
        { proposed: attempts },
        { proposed: backoff },
      ]),
    ),

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

  events: ({ name, content: { events } }) => [
    paragraph(`What ${name} tells other services once a change is stored.`),
    ...(events.length > 0 ? [] : [todo("delete this section if the service publishes no events")]),
  ],

  "events-published": ({ content: { events } }, section) =>
    tableOf(
      section,
      events.map(({ type, method }) => [
        type,
        ["After the commit of ", { code: method }],
        { code: "event_id" },
        proposal("Per subject_id"),
        proposal("30d"),
      ]),
    ),

  "event-payloads": ({ content }) =>
    content.events.length === 0
      ? undefined
      : content.events.map((event) => fence("json", ...eventExample(event, content))),

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
  "happy-path": (subject) => {
    const [first] = subject.content.operations;
    const title = first?.title ?? asTitle(subject);
    const diagram = happyPath(subject, first, title || "Main operation", gatewayCallers);
    return [
      {
        values: { operation: shorten(title, 60) || "Main Operation" },
        blocks: [fence("mermaid", diagram)],
      },
    ];
  },
};

function proposal(proposed: string): Span {
  return { proposed };
}
