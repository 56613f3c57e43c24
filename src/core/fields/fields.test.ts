import { describe, expect, test } from "vitest";
import type { Field } from "./field";
import { parseField } from "./parseField";
import { parseFields } from "./parseFields";

const plain = { nullable: false, unique: false, index: false, default: undefined };
const literal = (value: string | number | boolean | null) => ({ kind: "literal", value }) as const;

const fields: readonly (readonly [readonly string[], Field])[] = [
  [
    ["email:str(320) unique", "email:str:320,unique", " email : str(320) , unique "],
    { ...plain, name: "email", type: { kind: "str", length: 320 }, unique: true },
  ],
  [
    ["at:datetime? index", "at:datetime:optional,index", "at:datetime optional, index"],
    { ...plain, name: "at", type: { kind: "datetime" }, nullable: true, index: true },
  ],
  [
    ["status:enum(queued,done)=queued", "status:enum:queued,done=queued"],
    {
      ...plain,
      name: "status",
      type: { kind: "enum", values: ["queued", "done"] },
      default: literal("queued"),
    },
  ],
  [
    ["status:enum(a, b)?=null index", "status:enum:a,b,optional,index=null"],
    {
      ...plain,
      name: "status",
      type: { kind: "enum", values: ["a", "b"] },
      nullable: true,
      index: true,
      default: literal(null),
    },
  ],
  [
    ["price:decimal(12,2)=0.50", "price:decimal:12,2=0.50"],
    {
      ...plain,
      name: "price",
      type: { kind: "decimal", precision: 12, scale: 2 },
      default: literal("0.50"),
    },
  ],
  [
    ["owner:ref(users)", "owner:ref:users"],
    { ...plain, name: "owner", type: { kind: "ref", table: "users", onDelete: "restrict" } },
  ],
  [
    ["owner:ref(users, null)?", "owner:ref:users,null,optional"],
    {
      ...plain,
      name: "owner",
      type: { kind: "ref", table: "users", onDelete: "null" },
      nullable: true,
    },
  ],
  [
    ["tags:list(str)=[]", "tags:list:str=[]"],
    {
      ...plain,
      name: "tags",
      type: { kind: "list", of: { kind: "str", length: undefined } },
      default: literal("[]"),
    },
  ],
  [
    ["tags:list(str(20))", "tags:list:str(20)", "tags:list:str:20"],
    { ...plain, name: "tags", type: { kind: "list", of: { kind: "str", length: 20 } } },
  ],
  [
    ["prices:list(decimal(8, 2))"],
    {
      ...plain,
      name: "prices",
      type: { kind: "list", of: { kind: "decimal", precision: 8, scale: 2 } },
    },
  ],
  [["version:int=0"], { ...plain, name: "version", type: { kind: "int" }, default: literal(0) }],
  [
    ["value:float=-1.5e3"],
    { ...plain, name: "value", type: { kind: "float" }, default: literal(-1500) },
  ],
  [["on:bool=True"], { ...plain, name: "on", type: { kind: "bool" }, default: literal(true) }],
  [
    ["at:datetime=now"],
    { ...plain, name: "at", type: { kind: "datetime" }, default: { kind: "now" } },
  ],
  [
    ['note:text="two, words" index', "note:text='two, words',index"],
    { ...plain, name: "note", type: { kind: "text" }, index: true, default: literal("two, words") },
  ],
  [["key:uuid"], { ...plain, name: "key", type: { kind: "uuid" } }],
  [["data:json={}"], { ...plain, name: "data", type: { kind: "json" }, default: literal("{}") }],
  [["day:date"], { ...plain, name: "day", type: { kind: "date" } }],
  [["big:bigint"], { ...plain, name: "big", type: { kind: "bigint" } }],
];

describe("a field", () => {
  test.each(fields.flatMap(([texts, field]) => texts.map((text) => [text, field] as const)))(
    "%j",
    (text, field) => expect(parseField(text)).toEqual({ field }),
  );

  test.each([
    ["", "", /Enter a field/],
    ["email", "email", /A colon and a type are missing/],
    ["email:", "", /The type is missing/],
    ["2nd:int", "2nd", /no name of a field/],
    ["first name:str", "first name", /no name of a field/],
    ["class:str", "class", /word of Python's own/],
    ["id:uuid", "id", /has an id already/],
    ["a:strr(3)", "strr", /There is no type “strr”. Is it str\?/],
    ["a:geometry", "geometry", /Use one of str, text/],
    ["a:str(x)", "x", /The length is a whole number from 1 to 65535, not “x”/],
    ["a:str(0)", "0", /The length/],
    ["a:str(3", "(3", /The bracket is not closed/],
    ["a:int(3)", "3", /int takes nothing/],
    ["a:decimal(12)", "decimal", /a precision and a scale/],
    ["a:decimal(2,3)", "3", /The scale is a whole number from 0 to 2/],
    ["a:enum()", "enum", /lists its values/],
    ["a:enum(x,x)", "x", /stands here twice/],
    ["a:enum(x,,y)", "", /A value is missing/],
    ["a:enum(x,y)=z", "z", /one of x, y/],
    ["a:int=1.5", "1.5", /a whole number/],
    ["a:int=", "", /The default is missing/],
    ["a:int=null", "null", /a whole number/],
    ["a:str(2)=abc", "abc", /at most 2 characters/],
    ['a:str="abc', '"abc', /The quote is not closed/],
    ["a:date=2026-13-40", "2026-13-40", /a date such as/],
    ["a:list", "list", /says what it holds/],
    ["a:list(ref(users))", "ref(users)", /A list cannot hold/],
    ["a:ref", "ref", /names a table/],
    ["a:ref(users,drop)", "drop", /one of cascade, restrict, null/],
    ["a:ref(users,null)", "ref", /must be nullable/],
    ["a:json unique", "json", /neither unique nor indexed/],
    ["a:int uniqe", "uniqe", /Is it unique\?/],
    ["a:int,,unique", ",,", /A modifier is missing/],
    ["a:int)", ")", /means nothing/],
  ])("%j is refused at %j", (text, place, message) => {
    const { problem } = parseField(text);
    expect(problem?.message).toMatch(message);
    expect(text.slice(problem?.start, problem?.end)).toBe(place);
  });
});

test("fields of one name are refused, and the others kept", () => {
  const { fields: kept, problems } = parseFields(["a:int", " a:str", "b:what", "c:int"]);
  expect(kept.map(({ name }) => name)).toEqual(["a", "c"]);
  expect(problems).toMatchObject([
    { index: 1, message: "There is a field “a” already.", start: 1, end: 2 },
    { index: 2, message: expect.stringContaining("what") },
  ]);
});
