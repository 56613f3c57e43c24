import {readFileSync} from "node:fs";
import { createPythonParser } from "../src/core/python/parser";
import { dump } from "./checkAst/dump";
const cases: Record<string,string> = {
half: `import x

@router.get("/a")
async def a(id: int):
    raise HTTPException(404, 

@router.get("/b")
async def b(id: int) -> B:
    """Doc."""
    return await f(id)

class C:
    x: int = 1

    def m(self):
        y = foo(1,
        return y

    def n(self):
        return 2
`,
header: `class A(Base:
    def f(self, x, y:
        return 1
    def g(self):
        pass
    z = 1

def k(a, b
    return 2

if x ==:
    u = 1
else:
    v = 2
w = 3
`,
tryx: `def f():
    try:
        a = (1
    except ValueError as e:
        b = 2
    else:
        c = = 3
    finally:
        d = 4
    match x:
        case 1:
            p = (
        case [a, b]:
            q = 1
    for i in x:
        foo(
`,
dots: `def f():
    x.
    y = 1

def g(): return 1
def h(
`,
flat: `class T:
    def test(self):
        def f():
            (bar.
        baz)
            (bar.
        baz(
        ))
        return f
`,
};
async function main(){ const p = await createPythonParser(readFileSync("node_modules/web-tree-sitter/web-tree-sitter.wasm"), readFileSync("node_modules/tree-sitter-python/tree-sitter-python.wasm"));
for (const [k,v] of Object.entries(cases)) { if (process.argv[2] && process.argv[2]!==k) continue; const r=p.read(v); console.log("=== "+k+"\n"+dump(r.module).split("\n").filter(l=>/ (FunctionDef|AsyncFunctionDef|ClassDef|Assign|AnnAssign|Expr|Return|Raise|If|Try|Match|match_case|For|Import|Pass) |handlers/.test(l)).map(l=>l.slice(0,110)).join("\n")+"\n", JSON.stringify(r.errors.map(e=>[e.start.line,e.start.character,e.end.line,e.end.character]))); } }
void main();
