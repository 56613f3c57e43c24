import {readFileSync} from "node:fs";
import { createPythonParser } from "../src/core/python/parser";
import { dump } from "./checkAst/dump";
async function main(){ const p = await createPythonParser(readFileSync("node_modules/web-tree-sitter/web-tree-sitter.wasm"), readFileSync("node_modules/tree-sitter-python/tree-sitter-python.wasm"));
 const tree=p.parse(readFileSync("/tmp/orig.py","utf8")); for (const e of JSON.parse(readFileSync("/tmp/hist.json","utf8"))) { tree.edit(e); tree.reparse(); } const r=tree; const f=p.read(tree.text);
 const a=dump(r.module).split("\n"), b=dump(f.module).split("\n"); let k=0; a.forEach((x,i)=>{ if(x!==b[i]&&k++<5) console.log(x,"\n",b[i]) });
 console.log(JSON.stringify(r.errors.map(e=>[e.start.line,e.start.character,e.end.line])), JSON.stringify(f.errors.map(e=>[e.start.line,e.start.character,e.end.line])));
 console.log(r.module.body.map(x=>x.nodeType+x.line+"-"+x.endLine).join(" ")); console.log(f.module.body.map(x=>x.nodeType+x.line+"-"+x.endLine).join(" "));
 require("fs").writeFileSync("/tmp/after.py", tree.text);
}
void main();
