/** `sequence-get-users-user-id`: words as the name of a file, without an ending, that none of `taken` has; joins them. */
export function fileName(words: string, taken: Set<string>): string {
  const plain =
    words
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]+/gu, "-")
      .replace(/^-+|-+$/g, "")
      .slice(0, 100) || "diagram";
  let name = plain;
  for (let count = 2; taken.has(name); count++) name = `${plain}-${count}`;
  taken.add(name);
  return name;
}
