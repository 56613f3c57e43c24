import { expect, it } from "vitest";
import { codeBaseOf } from "../testing/testCodeBase";

async function valuesIn(text: string) {
  const code = await codeBaseOf({ "a.py": text });
  return (name: string) => code.run("a.py").scope.names.get(name);
}

it("knows where a text is written, through names, calls of str's methods and concatenation", async () => {
  const of = await valuesIn(`
    import os
    HOST = "http://a"
    copy = HOST
    url = (HOST + "/b").rstrip("/")
    formatted = f"{HOST}/c"
  `);
  for (const name of ["HOST", "copy", "url", "formatted"]) {
    expect(of(name), name).toMatchObject({ written: { path: "a.py", line: 1 } });
  }
});

it("knows what stands in for something else, and what a text begins with", async () => {
  const of = await valuesIn(`
    import library
    other = library.value or "http://a"
    host = "redis://" + (library.value or "a")
    start = f"http://a/{library.value}/b"
  `);
  expect(of("other")).toMatchObject({ options: [{}, { value: "http://a", isFallback: true }] });
  expect(of("host")).toMatchObject({ options: [{}, { value: "redis://a", isFallback: true }] });
  expect(of("start")).toMatchObject({ kind: "unknown", start: { value: "http://a/" } });
});
