/** A document with one diagram, and the place in it where a label is typed on. */
export const one = {
  name: "one.md",
  text: `# One

\`\`\`mermaid
flowchart LR
    client([Client]) --> gateway[Gateway]
    gateway --> orders[Orders]
    gateway --> users[Users]
    orders --> database[(Database)]
    users --> database
    orders --> queue[[Queue]]
    queue --> worker[Worker]
    worker --> database
\`\`\`
`,
  label: "Gateway",
  cursor: { line: 5, column: 41 },
};

const kinds = [
  (n: number) =>
    `flowchart LR\n    a${n}[Client] --> b[API] --> c[Service ${n}]\n    c --> d[(Database)]`,
  (n: number) =>
    `stateDiagram-v2\n    [*] --> queued\n    queued --> running : start ${n}\n    running --> done : finish`,
  (n: number) =>
    `sequenceDiagram\n    Client->>API: POST /orders/${n}\n    API->>Service: create\n    Service-->>API: order\n    API-->>Client: 201`,
  (n: number) =>
    `erDiagram\n    ORDER ||--o{ LINE : has\n    ORDER {\n        int id PK\n        string status_${n}\n    }`,
  (n: number) =>
    `classDiagram\n    class Order {\n        +int id\n        +pay${n}() bool\n    }\n    Base <|-- Order`,
];

/** A document of fifty small diagrams, ten each of five types. */
export const fifty = {
  name: "fifty.md",
  count: 50,
  text: Array.from({ length: 50 }, (_, n) => {
    const source = kinds[n % kinds.length]?.(n) ?? "";
    return `# Part ${n}\n\n\`\`\`mermaid\n${source}\n\`\`\`\n`;
  }).join("\n"),
};
