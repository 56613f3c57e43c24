import DOMPurify from "dompurify";
import mermaid from "mermaid";
import { beforeAll, describe, expect, test } from "vitest";
import { diagramsOf } from "../diagrams/findDiagrams";
import { MarkdownParser, parseMarkdown } from "../markdown/parseMarkdown";
import { formats } from "./formats";
import { findSections, findTitle } from "./formats/findSections";
import { allSectionFormats } from "./formats/format";
import { countPlaces, findPlaces } from "./places";
import { renderSpec, writersOf } from "./renderSpec";
import { parseSpecLine } from "./specLine";
import { subjectOf } from "./subject";

function generate(line: string): string {
  const parsed = parseSpecLine(line);
  if ("problem" in parsed) throw new Error(parsed.problem);
  return renderSpec(subjectOf(parsed), formats.service, writersOf("service"), "2026-01-15");
}

const line = "ScoringService — compute evaluation metrics for submissions";
const text = generate(line);
const document = parseMarkdown(text);

/**
 * Headings and columns as the seed file has them (one level down there, and with the parts of the example left
 * out that stand for entities, methods and conditional diagrams). Read from that file, not from the format.
 */
const seed: readonly (readonly [number, string, string?])[] = [
  [2, "Overview"],
  [2, "Service Responsibilities"],
  [2, "Architecture Context"],
  [2, "Dependencies", "Dependency | Type | Purpose | Timeout | Fallback | Health Check"],
  [2, "Data Models"],
  [2, "Service Interface"],
  [3, "Methods", "Method | Input | Output | Idempotent | Description"],
  [3, "Method Details"],
  [4, "Pagination Parameters"],
  [2, "Business Logic"],
  [3, "Business Rules", "ID | Rule | Implementation | Validation Point"],
  [3, "State Machine (if applicable)"],
  [3, "Calculation Logic"],
  [2, "Sequence Diagrams"],
  [3, "Happy Path: Compute evaluation metrics for submissions"],
  [2, "Error Handling"],
  [3, "Error Classification", "Error Type | HTTP Status | Error Code | Retry | Log Level"],
  [3, "Error Response Schema"],
  [3, "Retry Strategy", "Scenario | Strategy | Max Attempts | Backoff"],
  [2, "Events"],
  [3, "Event Schema Standard"],
  [3, "Events Published", "Event Type | Trigger | Idempotent Key | Ordering | TTL"],
  [3, "Event Payload Examples"],
  [3, "Event Processing Guarantees"],
  [2, "Observability"],
  [3, "Metrics (Prometheus format)"],
  [3, "Structured Logging"],
  [3, "Distributed Tracing (OpenTelemetry)"],
  [3, "Alerting Rules", "Alert | Condition | Severity | Action"],
  [2, "Security"],
  [3, "Authentication & Authorization"],
  [3, "Input Validation & Sanitization", "Input Type | Validation | Sanitization"],
  [3, "Sensitive Data Handling", "Data Type | Storage | Transit | Logging | Retention"],
  [3, "Rate Limiting"],
  [3, "Audit Logging"],
  [2, "Performance"],
  [3, "Latency Targets", "Operation | P50 | P95 | P99 | Timeout"],
  [3, "Database Optimization"],
  [3, "Caching Strategy", "Cache Layer | Data | TTL | Invalidation"],
  [3, "Circuit Breaker"],
  [2, "Deployment & Reliability"],
  [3, "Health Checks"],
  [3, "Graceful Shutdown"],
  [3, "Configuration", "Config | Type | Default | Environment Variable"],
  [2, "Testing Strategy"],
  [3, "Test Pyramid"],
  [3, "Test Requirements", "Test Type | Coverage | Tools | Focus"],
  [3, "Test Data Management"],
];

describe("the document of a line", () => {
  test("has the seed's headings in its order", () => {
    expect(document.headings.map(({ level, text }) => [level, text])).toEqual([
      [1, "Backend Spec: ScoringService"],
      ...seed.map(([level, heading]) => [level, heading]),
    ]);
  });

  test("has the seed's tables, and no row that nobody asked for", () => {
    const tables = document.tables.map((table) => [
      table.path.at(-1),
      table.header.cells.map((cell) => cell.text).join(" | "),
    ]);
    expect(tables).toEqual(
      seed.flatMap(([, heading, columns]) => (columns === undefined ? [] : [[heading, columns]])),
    );
    expect(document.tables.flatMap((table) => table.rows)).toEqual([]);
  });

  test("has something below every heading", () => {
    for (const { section } of findSections(document, formats.service)) {
      expect(section.blocks.length + section.sections.length, section.heading.text).not.toBe(0);
    }
  });

  test("is found again by the format, section by section", () => {
    expect(findTitle(document, formats.service)?.heading.text).toBe("Backend Spec: ScoringService");
    const found = findSections(document, formats.service).map(({ format }) => format.id);
    const conditional = ["data-model", "method", "conflict-path", "retry-path"];
    expect(found).toEqual(
      allSectionFormats(formats.service.sections)
        .map((section) => section.id)
        .filter((id) => !conditional.includes(id)),
    );
  });

  test("says what it is about everywhere", () => {
    expect(text).toContain(
      "The job of ScoringService is to compute evaluation metrics for submissions.",
    );
    expect(document.lists[0]?.items.map((item) => item.text)).toEqual([
      "Compute evaluation metrics for submissions",
      "Owns:",
      "Does not own:",
    ]);
    expect(text).toContain('service["ScoringService"]');
    expect(text).toContain("participant service as ScoringService");
    expect(text).toContain("class ScoringService:");
    expect(text).toContain("scoring_service_requests_total");
    expect(text).toContain('"service": "scoring-service"');
    expect(text).toContain("`SCORING_SERVICE_`");
  });

  test("without a purpose asks for it", () => {
    const short = generate("ScoringService");
    expect(short).toContain("What ScoringService is for is not written down yet.");
    expect(short).toContain("<!-- TODO: what the service is for, who calls it, and how often -->");
    expect(short).toContain("### Happy Path: Main Operation");
    expect(short).toContain('"""ScoringService."""');
  });

  test.each([
    ["loads and validates files.", "Scorer loads and validates files."],
    ["Compute metrics", "The job of Scorer is to compute metrics."],
    ["evaluation metrics", "Scorer: evaluation metrics."],
    ["считает метрики", "Scorer: считает метрики."],
    ["applies rules!", "Scorer applies rules!"],
  ])("makes a sentence of the purpose %j", (purpose, sentence) => {
    expect(generate(`Scorer — ${purpose}`)).toContain(`\n${sentence} Below is`);
  });
});

test("places are counted in text, tables and fences, and nowhere else", () => {
  const places = findPlaces(
    parseMarkdown(
      [
        "Text <!-- TODO: one --> and 5s <!-- proposed --> but not `<!-- TODO: no -->` or TODO.",
        "",
        "| a <!-- TODO: two --> | 3s <!-- proposed --> |",
        "|---|---|",
        "- ```python",
        "  x = 5  # proposed",
        "  # TODO: three",
        '  "TODO", "proposed"',
        "  ```",
        "```mermaid",
        "flowchart LR",
        "  %% TODO: four",
        "  a[# TODO]",
        "```",
        "<!-- TODO -->",
        "<!-- a TODO --> <!-- TODOS --> <!-- planned -->",
      ].join("\r\n"),
    ),
  );
  expect(places.map(({ kind, text }) => (kind === "todo" ? text : kind))).toEqual([
    "one",
    "proposed",
    "two",
    "proposed",
    "proposed",
    "three",
    "four",
    "",
  ]);
  expect(places[5]?.range).toEqual({
    start: { line: 6, character: 2 },
    end: { line: 6, character: 15 },
  });
});

describe("odd names and purposes", () => {
  const odd = [
    "Сервис оценок — считает метрики; быстро „всё“",
    "採点サービス：評価を計算する。😀 👩‍👩‍👧",
    'Say"Hi" — "quotes" it\'s """more""" and \\ and \\',
    "a|b[c] — c | d || e \\| f [link](http://x) ![i](y) [z]: /url",
    "x<script> — <!-- TODO: injected --> <b>&amp; &#35; #35; %%{init: {}}%%",
    "# Heading — # not a heading `x` ``ticks`` and ```mermaid ##",
    "*bold*_it_ — - item; 1. item > quote --- === ~~~ $math$ {{ x }}",
    "class — end; subgraph loop alt note over # proposed # TODO: x %% TODO",
    `${"x".repeat(80)} — ${"very long ".repeat(400)}`,
    "style — style: a#59; classDef x: #fff;",
  ];

  const parser = new MarkdownParser();

  beforeAll(() => {
    // Mermaid asks it for what only a browser has; nothing is rendered here.
    Object.assign(DOMPurify, { sanitize: (dirty: string) => dirty, addHook: () => undefined });
  });

  test.each([line, ...odd])("%j gives a whole document", async (given) => {
    const generated = generate(given);
    const parsed = parser.parse(generated);
    expect(parsed.frontMatter?.problems).toEqual([]);
    const name = parsed.frontMatter?.entries[1]?.value;
    expect(parsed.headings[0]?.text).toBe(`Backend Spec: ${String(name)}`);
    expect(parsed.headings).toHaveLength(document.headings.length);
    expect(parsed.fences.map((fence) => fence.language)).toEqual(
      document.fences.map((fence) => fence.language),
    );
    expect(parsed.tables).toHaveLength(document.tables.length);
    expect(countPlaces(parsed)).toBe(countPlaces(document));
    const diagrams = diagramsOf(parsed);
    expect(diagrams.map((diagram) => diagram.type)).toEqual(["flowchart", "sequenceDiagram"]);
    for (const diagram of diagrams) await mermaid.parse(diagram.source);
  });
});
