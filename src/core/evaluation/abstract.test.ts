import { expect, it } from "vitest";
import { codeBaseOf } from "../testing/testCodeBase";
import { abstractMethods, isProtocol } from "./abstract";

it("tells what a class leaves to its subclasses", async () => {
  const code = await codeBaseOf({
    "shapes.py": `
      from abc import ABC, abstractmethod as left_open
      from typing import Protocol, TypeVar
      T = TypeVar("T")
      class Shape(ABC):
          @left_open
          def area(self): ...
          @property
          @left_open
          def name(self): ...
          def draw(self): ...
      class Named(Shape):
          @property
          def name(self): return "a shape"
      class Square(Named):
          def area(self): return 1
      class Sized(Protocol[T]):
          def area(self): ...
      class Box(Sized[int]):
          def area(self): return 2
    `,
  });
  const { definitions } = code.run("shapes.py");
  const classes = [...definitions.values()].filter((one) => one.kind === "class");
  expect(classes.map((of) => [of.name, abstractMethods(of), isProtocol(of)])).toEqual([
    ["Shape", ["area", "name"], false],
    ["Named", ["area"], false],
    ["Square", [], false],
    ["Sized", [], true],
    ["Box", [], false],
  ]);
});
