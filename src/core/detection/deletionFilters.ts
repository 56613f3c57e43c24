import type { CallV } from "../evaluation/value";

const marks =
  /^(?:is_|soft_|was_)*(?:deleted|removed|trashed)$|^(?:date_)?(?:deleted|removed)(?:_?(?:at|on|date|time|timestamp))?$/;
const filters: ReadonlySet<string> = new Set([
  "where",
  "filter",
  "filter_by",
  "and_",
  "get",
  "get_multi",
  "exists",
]);

/** Types of columns that can say whether a row is deleted, or when it was. */
export const markTypes =
  /^(?:Boolean|BOOLEAN|DateTime|DATETIME|TIMESTAMP|UtcDateTime|.*DateTime.*|.*TIMESTAMP.*)$/;

/** Whether a name is one that columns have which mark a row as deleted. */
export function isDeletionMark(name: string): boolean {
  return marks.test(name);
}

/** The marks of deletion that a call filters by: `where(Book.is_deleted.is_(False))`, `filter_by(deleted_at=None)`. */
export function deletionFilters({ node, func }: CallV): readonly string[] {
  if (node === undefined) return [];
  const { func: called, args, keywords } = node;
  const method =
    called.nodeType === "Attribute" ? called.attr : called.nodeType === "Name" ? called.id : "";
  if (!filters.has(method)) return [];
  const found = new Set<string>();
  for (const { arg } of keywords) if (arg !== null && isDeletionMark(arg)) found.add(arg);
  // `repository.get(is_deleted=False)` counts by its keywords only.
  if (func.kind !== "external" || method === "and_") collect(args, found);
  return [...found];
}

function collect(node: unknown, found: Set<string>): void {
  if (Array.isArray(node)) {
    for (const part of node) collect(part, found);
    return;
  }
  if (typeof node !== "object" || node === null) return;
  if ("nodeType" in node && node.nodeType === "Attribute" && "attr" in node) {
    if (typeof node.attr === "string" && isDeletionMark(node.attr)) found.add(node.attr);
  }
  for (const part of Object.values(node)) if (typeof part === "object") collect(part, found);
}
