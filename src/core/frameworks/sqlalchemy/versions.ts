/** Whether a version is known and not below another one. */
export function isAtLeast(version: string | undefined, ...least: readonly number[]): boolean {
  if (version === undefined) return false;
  const parts = version.split(/[.+\-a-z]/).map(Number);
  for (const [index, wanted] of least.entries()) {
    const part = parts[index] ?? 0;
    if (part !== wanted) return part > wanted;
  }
  return true;
}
