import { describe, expect, it } from "vitest";
import { coversPath, pathPattern } from "./pathMatch";

function covers(wide: string, narrow: string): boolean {
  const [a, b] = [pathPattern(wide), pathPattern(narrow)];
  return a !== undefined && b !== undefined && coversPath(a, b);
}

describe("paths of routes", () => {
  it.each([
    ["/users/{id}", "/users/me"],
    ["/users/{id}", "/users/{name}"],
    ["/users/{id}", "/users/{id:int}"],
    ["/users/{id}", "/users/file-{name}.json"],
    ["/{a}/{b}", "/users/{id}"],
    ["/files/{rest:path}", "/files/a/b/{c}"],
    ["/files{rest:path}", "/files"],
    ["/n/{x:float}", "/n/{y:int}"],
    ["/n/{x:int}", "/n/12"],
    ["/{year}.html", "/2024.html"],
  ])("%s takes all of %s", (wide, narrow) => {
    expect(covers(wide, narrow)).toBe(true);
  });

  it.each([
    ["/users/{id:int}", "/users/me"],
    ["/users/{id:uuid}", "/users/me"],
    ["/users/{id:int}", "/users/{id}"],
    ["/users/{id}", "/users/me/"],
    ["/users/{id}", "/users/"],
    ["/users/{id}/", "/users/me"],
    ["/users/{id}", "/users/me/items"],
    ["/users/{id}", "/users/{rest:path}"],
    ["/users/me", "/users/{id}"],
    ["/users/{id}", "/items/me"],
    ["/users/{id:slug}", "/users/me"],
    ["/{name}.json", "/books"],
    ["/a.b/{x}", "/aXb/y"],
  ])("%s leaves some of %s", (wide, narrow) => {
    expect(covers(wide, narrow)).toBe(false);
  });
});
