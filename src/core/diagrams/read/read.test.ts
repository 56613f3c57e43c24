import { expect, test } from "vitest";
import { readFlowchart } from "./flowchart";
import { readSequence } from "./sequence";
import { readStateDiagram } from "./state";

test("a flowchart's nodes and edges", () => {
  const chart = readFlowchart(
    [
      "graph TB",
      '    Router["FastAPI Router\\n/api/v1"] -->|calls| Service["Scoring #quot;x#quot;"]',
      "    Service -->|reads| DB[(PostgreSQL)] & Redis[(Redis)]",
      "    %% a comment --> nothing",
      "    Service -- enqueues --> W([Worker]):::hot",
      "    subgraph inside",
      "    W -.-> DB",
      "    end",
      "    A --> B{Ok?} ==> C",
      "    broken[",
    ].join("\n"),
  );
  expect(chart.nodes.map(({ id, label }) => `${id}=${label}`)).toEqual([
    "Router=FastAPI Router /api/v1",
    'Service=Scoring "x"',
    "DB=PostgreSQL",
    "Redis=Redis",
    "W=Worker",
    "A=A",
    "B=Ok?",
    "C=C",
  ]);
  expect(chart.edges.map(({ from, to, label }) => `${from}>${to}:${label}`)).toEqual([
    "Router>Service:calls",
    "Service>DB:reads",
    "Service>Redis:reads",
    "Service>W:enqueues",
    "W>DB:",
    "A>B:",
    "B>C:",
  ]);
  expect(chart.nodes[2]?.range).toEqual({
    start: { line: 2, character: 27 },
    end: { line: 2, character: 37 },
  });
});

test("a sequence's participants and messages", () => {
  const sequence = readSequence(
    [
      "sequenceDiagram",
      "    participant API as FastAPI Router",
      "    actor U",
      "    U->>API: POST /x: y",
      "    API-->>+DB: rows  ",
      "    Note right of API: 409 --> x",
      "    loop every second",
      "    API->>API: validate",
      "    end",
    ].join("\n"),
  );
  expect(sequence.participants.map(({ id, label }) => `${id}=${label}`)).toEqual([
    "API=FastAPI Router",
    "U=U",
    "DB=DB",
  ]);
  expect(sequence.messages.map(({ from, to, text, dashed }) => [from, to, text, dashed])).toEqual([
    ["U", "API", "POST /x: y", false],
    ["API", "DB", "rows", true],
    ["API", "API", "validate", false],
  ]);
});

test("a state diagram's states and transitions", () => {
  const diagram = readStateDiagram(
    [
      "stateDiagram-v2",
      "    [*] --> queued: submission accepted",
      '    state "In work" as processing',
      "    queued --> processing",
      "    state processing {",
      "      a --> b",
      "    }",
      "    failed : it failed",
      "    note right of failed",
      "      x --> y",
      "    end note",
      "    lonely",
      "    processing --> [*]",
    ].join("\n"),
  );
  expect(diagram.states.map(({ id, label }) => `${id}=${label}`)).toEqual([
    "queued=queued",
    "processing=In work",
    "a=a",
    "b=b",
    "failed=it failed",
    "lonely=lonely",
  ]);
  expect(diagram.transitions.map(({ from, to, within }) => [from, to, ...within])).toEqual([
    ["[*]", "queued"],
    ["queued", "processing"],
    ["a", "b", "processing"],
    ["processing", "[*]"],
  ]);
});
