/**
 * Whether a file belongs to a project's tests: by pytest's names
 * (https://docs.pytest.org/en/stable/explanation/goodpractices.html#test-discovery), or by its folder.
 */
export function isTestPath(path: string): boolean {
  return /(^|\/)(tests?|testing)\/|(^|\/)(test_[^/]*|[^/]*_test|conftest)\.py$/.test(path);
}
