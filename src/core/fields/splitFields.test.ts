import { expect, test } from "vitest";
import { splitFields } from "./splitFields";

test.each([
  ["", []],
  ["a:int", ["a:int"]],
  ["a:int b:str(3)", ["a:int", "b:str(3)"]],
  ["a:int, b:str(3) unique, c:float", ["a:int", "b:str(3) unique", "c:float"]],
  [
    "email:str:320,unique at:datetime:optional,index",
    ["email:str:320,unique", "at:datetime:optional,index"],
  ],
  [
    'status:enum(a, b:c,d)=a t:str="x: y, z:int"',
    ["status:enum(a, b:c,d)=a", 't:str="x: y, z:int"'],
  ],
  ["цена:decimal(12,2)=0.50 день:date", ["цена:decimal(12,2)=0.50", "день:date"]],
  ["nonsense b:int", ["nonsense", "b:int"]],
  ["a : int, b: str(4)", ["a : int", "b: str(4)"]],
])("%s", (line, texts) => {
  const found = splitFields(line);
  expect(found.map(({ text }) => text)).toEqual(texts);
  for (const { text, start } of found) expect(line.slice(start)).toMatch(text.slice(0, 3));
});
