import { expect, test } from "vitest";
import { readModel } from "./readModel";

test.each([
  ["Score", "Score", []],
  ["Score metric:str(64), value:float?", "Score", ["metric:str(64)", "value:float?"]],
  ["Score: metric:str(64) value:float", "Score", ["metric:str(64)", "value:float"]],
  ["task config — name:str(9) unique", "task config", ["name:str(9) unique"]],
  ["Оценка цена:decimal(12,2)=0.50", "Оценка", ["цена:decimal(12,2)=0.50"]],
  ["Score:", "Score", []],
  ["Score metric", "Score metric", []],
])("%s", (line, name, fields) => {
  expect(readModel(line)).toEqual({ name, fields });
});

test.each([
  ["", "", "Enter the model's name"],
  ["a:int", "a:int", "Enter the model's name"],
  ["Score metric:strr(64)", "strr", "There is no type “strr”. Is it str?"],
  ["Score a:int b:int=x", "x", "“x” is no default"],
  ["Score a:int a:str(3)", "a", "There is a field “a” already."],
  ["run a:int", "run", "There is an entity “Run” already."],
  ["? a:int", "?", "is no name of a model"],
])("%s: %s", (line, place, message) => {
  const found = readModel(line, ["Run"]);
  if (!("problem" in found)) throw new Error("nothing is wrong");
  expect(found.problem).toContain(message);
  expect(line.slice(found.start, found.end)).toBe(place);
});
