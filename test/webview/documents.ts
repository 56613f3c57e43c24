import type { Diagram } from "../../webview/messages";

/** Diagrams as the server would find them, one below the other from line 14 on. */
export function diagrams(
  ...parts: readonly (readonly [headings: readonly string[], source: string])[]
): readonly Diagram[] {
  let line = 13;
  return parts.map(([headings, source]) => {
    const height = source.split("\n").length;
    const diagram = {
      id: `${headings.join("/")}#1`,
      source,
      headings: [...headings],
      title: headings.at(-1) ?? "",
      type: /^\s*([\w-]+)/.exec(source.replace(/%%\{.*?\}%%/gs, ""))?.[1] ?? "",
      line,
      contentLine: line + 1,
      endLine: line + 1 + height,
    };
    line += height + 12;
    return diagram;
  });
}

export const ARCHITECTURE = `flowchart LR
  client[Client] --> gateway[API gateway]
  gateway --> scoring[ScoringService]
  scoring --> database[(PostgreSQL)]
  scoring --> queue[[Score queue]]
  queue --> worker[Worker]
  worker --> database`;

export const STATES = `stateDiagram-v2
  direction LR
  [*] --> queued
  queued --> running : start
  running --> done : finish
  running --> failed : error
  failed --> queued : retry
  done --> [*]`;

export const SEQUENCE = `sequenceDiagram
  participant Client
  participant Router
  participant Service
  participant Queue
  Client->>Router: POST /scores
  Router->>Service: create
  alt accepted
    Service->>Queue: enqueue
    Note over Queue: at least once
    Router-->>Client: 202
  else refused
    Router-->>Client: 409
  end`;

export const TABLES = `erDiagram
  SUBMISSION ||--o{ SCORE : has
  METRIC ||--o{ SCORE : "is measured by"
  SUBMISSION {
    uuid id PK
    string status
  }
  SCORE {
    uuid id PK
    uuid submission_id FK
    uuid metric_id FK
    float value
  }
  METRIC {
    uuid id PK
    string name
  }`;

export const CLASSES = `classDiagram
  class ScoreCreate {
    +UUID submission_id
    +float value
  }
  class ScoreRead {
    +UUID id
    +datetime created_at
  }
  Schema <|-- ScoreCreate
  Schema <|-- ScoreRead`;

/** The document of the design's pictures, and two more. */
export function fiveDiagrams(changes: Readonly<Record<number, string>> = {}): readonly Diagram[] {
  const parts = [
    [["Architecture Context"], ARCHITECTURE],
    [["Business Logic", "State machine"], STATES],
    [["Sequence Diagrams", "Create score"], SEQUENCE],
    [["Data Models", "Tables"], TABLES],
    [["Data Models", "Schemas"], CLASSES],
  ] as const;
  return diagrams(
    ...parts.map(([headings, source], index) => [headings, changes[index] ?? source] as const),
  );
}
