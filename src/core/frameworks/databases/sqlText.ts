/** What can be read off a SQL statement that is written as a text. */
export interface SqlText {
  readonly isRead: boolean;
  /** Whether it asks for a part of the rows, or says by their keys which. */
  readonly isLimited: boolean;
  /** Whether it counts or adds up rows, or gives one for each group. */
  readonly isAggregate: boolean;
}

/** Reads a SQL text. */
export function readSql(text: string): SqlText {
  const sql = text.replace(/--[^\n]*|\/\*[\s\S]*?\*\//g, " ").trim();
  const isRead =
    /^\(?\s*(select|with)\b/i.test(sql) && !/\b(insert\s+into|delete\s+from)\b/i.test(sql);
  const selected = /\bselect\b([\s\S]*?)\bfrom\b/i.exec(sql)?.[1] ?? "";
  // One row for each row of a table, with a sum beside it, is no sum.
  const isGrouped = /\bgroup\s+by\b(?!\s+(\w+\.)?id\b)/i.test(sql);
  const isSum = /\b(count|sum|avg|min|max|exists)\s*\(/i.test(selected);
  const isPinned = /\b(id|uuid)\s*(=|in\b)\s*(any\b)?\s*\(?\s*[:$%?]/i.test(sql);
  return {
    isRead,
    isLimited: isPinned || /\blimit\s|\bfetch\s+(first|next)\b|\bselect\s+top\b/i.test(sql),
    isAggregate: isGrouped || (isSum && !/\bgroup\s+by\b/i.test(sql)),
  };
}
