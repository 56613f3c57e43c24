import type { Inspection } from "../../core/inspect/inspection";

/** `inspect` for people: a section for each part, a line for each thing in it. */
export function inspectText(found: Inspection): string {
  const sections = [
    profileSection(found),
    section("Modules", found.modules, ({ name, path, files }) => [
      name,
      path,
      `${files.length} files`,
    ]),
    section(
      "Endpoints",
      found.endpoints,
      ({ method, path, handler, status, response, file, line }) => [
        method,
        path,
        `${status}${response === null ? "" : ` ${response}`}`,
        handler,
        `${file}:${line}`,
      ],
    ),
    section("Tables", found.models, ({ table, name, columns, file, line }) => [
      table,
      name,
      columns
        .map(({ name: column, primaryKey }) => (primaryKey ? `${column}*` : column))
        .join(", "),
      `${file}:${line}`,
    ]),
    section("Schemas", found.schemas, ({ name, fields, file, line }) => [
      name,
      fields.map((field) => `${field.name}${field.required ? "" : "?"}: ${field.type}`).join(", "),
      `${file}:${line}`,
    ]),
    section("Tasks", found.tasks, ({ name, kind, queue, file, line }) => [
      name,
      kind,
      queue ?? "",
      `${file}:${line}`,
    ]),
    section("Settings", found.settings, (one) => [
      one.environment,
      one.type,
      one.default === null ? "" : JSON.stringify(one.default),
      `${one.file}:${one.line}`,
    ]),
    section("Dependencies", found.dependencies, ({ kind, file, line }) => [
      kind,
      `${file}:${line}`,
    ]),
    section("Not known without running the code", found.unresolved, ({ what, file, line }) => [
      what,
      `${file}:${line}`,
    ]),
  ];
  return `${sections.filter((text) => text !== "").join("\n\n")}\n`;
}

function profileSection({ profile: { name, reasons } }: Inspection): string {
  return [`Profile: ${name ?? "none"}`, ...reasons.map((reason) => `  ${reason}`)].join("\n");
}

/** Widest a column gets, so that one long text does not push the rest away. */
const widest = 60;

function section<T>(
  title: string,
  items: readonly T[],
  cells: (item: T) => readonly string[],
): string {
  if (items.length === 0) return "";
  const rows = items.map(cells);
  const columns = rows[0]?.length ?? 0;
  const widths = Array.from({ length: columns }, (_, index) =>
    Math.min(widest, Math.max(...rows.map((row) => row[index]?.length ?? 0))),
  );
  const lines = rows.map((row) =>
    `  ${row.map((cell, index) => cell.padEnd(widths[index] ?? 0)).join("  ")}`.trimEnd(),
  );
  return [`${title} (${items.length})`, ...lines].join("\n");
}
