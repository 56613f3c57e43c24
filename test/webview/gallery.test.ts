import { afterAll, beforeAll, expect, it } from "vitest";
import { launch, photograph } from "./browser";
import { diagrams } from "./documents";
import { openPreview, servePage } from "./previewPage";

/** One small diagram of each kind: all draw in the workbench's colours, under the page's CSP. */
const GALLERY: Readonly<Record<string, string>> = {
  Flowchart: `flowchart TB
  subgraph api[API]
    router{{Router}} --> service(Service)
  end
  service -- "reads and **writes**" --> db[(Database)]
  service -. event .-> hook>Webhook]
  service ==> choice{ok?}
  choice -->|yes| done((done))
  note@{ shape: doc, label: "Document" } --> done`,
  Sequence: `sequenceDiagram
  autonumber
  actor U as User
  participant A as API
  box Storage
    participant D as Database
  end
  U->>+A: GET /books
  loop each page
    A->>D: SELECT
    D-->>A: rows
  end
  Note over A,D: one transaction
  A--)U: 200
  A-x-U: 500`,
  Class: `classDiagram
  class Book {
    <<model>>
    +int id
    +title() str
  }
  Book "1" *-- "many" Page : has
  Book ..|> Readable`,
  State: `stateDiagram-v2
  [*] --> Open
  state Open {
    [*] --> draft
    draft --> review : submit
  }
  state fork <<fork>>
  Open --> fork
  fork --> a
  fork --> b
  note right of a : a note`,
  ER: `erDiagram
  BOOK ||--o{ ORDER : "is ordered by"
  BOOK { int id PK "the key" string title }`,
  Gantt: `gantt
  title Plan
  dateFormat YYYY-MM-DD
  section Build
  Done task :done, a, 2026-01-01, 3d
  Active task :active, b, after a, 4d
  Critical :crit, c, after b, 2d
  section Ship
  Later :d, after c, 3d
  Milestone :milestone, after d, 0d`,
  Pie: `pie showData title Status codes
  "200" : 60
  "404" : 25
  "422" : 10
  "500" : 5`,
  Git: `gitGraph
  commit
  branch feature
  commit
  commit tag: "v1"
  checkout main
  commit
  merge feature`,
  Mindmap: `mindmap
  root((Backend))
    Routes
      users
      orders
    Models
    Tasks`,
  Timeline: `timeline
  title Releases
  2024 : one : two
  2025 : three
  2026 : four`,
  Journey: `journey
  title Order
  section Choose
    Search: 5: Me
    Compare: 3: Me, Friend
  section Pay
    Enter card: 1: Me`,
  Quadrant: `quadrantChart
  title Effort and gain
  x-axis Low --> High
  y-axis Small --> Large
  quadrant-1 Plan
  quadrant-2 Do
  quadrant-3 Leave
  quadrant-4 Think
  A: [0.3, 0.6]
  B: [0.7, 0.2]`,
  XY: `xychart-beta
  title Requests
  x-axis [mon, tue, wed]
  y-axis "count" 0 --> 10
  bar [3, 7, 5]
  line [2, 6, 4]`,
  Requirement: `requirementDiagram
  requirement r {
    id: 1
    text: answers in time
    risk: high
    verifymethod: test
  }
  element service {
    type: code
  }
  service - satisfies -> r`,
  C4: `C4Context
  Person(user, "User")
  System(api, "API", "FastAPI")
  Rel(user, api, "uses")`,
  Sankey: `sankey-beta
web,api,10
api,db,7
api,cache,3`,
  Block: `block-beta
  columns 3
  a["API"] space b["Queue"]
  a --> b`,
  Packet: `packet-beta
0-15: "Source"
16-31: "Target"
32-63: "Number"`,
  Kanban: `kanban
  todo[To do]
    a[Write]
  done[Done]
    b[Read]`,
  Architecture: `architecture-beta
  group api(cloud)[API]
  service db(database)[Database] in api
  service server(server)[Server] in api
  db:L -- R:server`,
  Radar: `radar-beta
  axis a["Speed"], b["Size"], c["Cost"]
  curve one["One"]{3, 4, 5}
  curve two["Two"]{5, 2, 1}`,
  Treemap: `treemap-beta
"App"
    "routes": 20
    "models": 12
    "tasks": 5`,
};

let browser: Awaited<ReturnType<typeof launch>>;
let server: Awaited<ReturnType<typeof servePage>>;
beforeAll(async () => {
  [browser, server] = await Promise.all([launch(), servePage()]);
});
afterAll(async () => {
  await browser.close();
  server.close();
});

for (const theme of ["dark", "light"] as const) {
  it(`draws every kind of diagram: ${theme}`, async () => {
    const preview = await openPreview(browser.context, server.url, theme);
    const all = Object.entries(GALLERY).map(([name, source]) => [[name], source] as const);
    const report = await preview.show(diagrams(...all));
    expect(report.broken).toEqual([]);
    expect(report.drawn).toHaveLength(all.length);
    expect(await preview.violations()).toEqual([]);
    expect((await preview.received()).filter(({ kind }) => kind === "problem")).toEqual([]);
    const height = await preview.page.$eval("main", (main) => main.scrollHeight);
    await preview.page.setViewportSize({ width: 980, height: Math.ceil(height / 5) + 40 });
    for (const part of [0, 1, 2, 3, 4]) {
      await preview.page.$eval("main", (main, top) => main.scrollTo(0, top), (part * height) / 5);
      await photograph(preview.page, `gallery-${theme}-${part + 1}`);
    }
    await preview.page.close();
  });
}
