import { describe, expect, test } from "vitest";
import { check, fromPageSchema } from "../../webview/messages";

// What the extension makes of messages from the page; the page's own side is tested in test/webview.
describe("a message from the preview's page", () => {
  test.each([
    [{ kind: "ready" }],
    [{ kind: "reveal", uri: "file:///a.md", line: 3 }],
    [{ kind: "openLink", href: "https://example.org/" }],
  ])("that fits is taken: %j", (message) => {
    expect(check(fromPageSchema, message)).toEqual({ ok: true, value: message });
  });

  test.each([
    [undefined],
    ["ready"],
    [{ kind: "run", command: "rm" }],
    [{ kind: "reveal", uri: "file:///a.md", line: -1 }],
    [{ kind: "reveal", uri: 3, line: 1 }],
    [{ kind: "reveal", line: "1" }],
    [{ kind: "openLink", href: "javascript:alert(1)" }],
    [{ kind: "openLink", href: "command:workbench.action.quit" }],
    [{ kind: "openLink", href: "file:///etc/passwd" }],
  ])("that does not is refused, with the reason: %j", (message) => {
    const result = check(fromPageSchema, message);
    expect(result).toMatchObject({ ok: false, problem: expect.stringMatching(/\w/) });
  });
});
