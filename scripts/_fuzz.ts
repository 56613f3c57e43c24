import {readFileSync} from "node:fs";
import { createPythonParser } from "../src/core/python/parser";
import { dump } from "./checkAst/dump";
import {pythonFiles} from "./checkAst/files";
let seed = Number(process.argv[2] ?? 1);
const rnd = (n:number) => { seed = (seed*1103515245+12345) & 0x7fffffff; return Math.floor(seed/0x7fffffff*n); };
const bits = ["\n","    ","(",")","[","]","{","}",":",",","'","\"","\"\"\"","#","x","def f():\n","class A:\n","=","\\","f\"{","@","\r\n","\t","pass\n","😀","é","if x:\n","else:\n","\n\n", "async ", "return ", "lambda:", "*", "**", ";", "0x", "\0", "type X = 1\n", "match x:\n", "case 1:\n"];
async function main(){ const p = await createPythonParser(readFileSync("node_modules/web-tree-sitter/web-tree-sitter.wasm"), readFileSync("node_modules/tree-sitter-python/tree-sitter-python.wasm"));
 const files = pythonFiles(process.argv.slice(4)); let n=0, bad=0; const count=Number(process.argv[3]??1000);
 let worst=0;
 while(n<count){ const path = files[rnd(files.length)]!; let text = readFileSync(path,"utf8"); if (text.length>40000) text=text.slice(0,40000);
  const tree=p.parse(text); const hist:unknown[]=[];
  for (let k=0;k<20 && n<count;k++,n++){ 
   const lines=tree.text.split(/\r\n|\r|\n/);
   const l=rnd(lines.length); const c=rnd((lines[l]??"").length+1); const mode=rnd(4);
   const l2 = mode===0? Math.min(lines.length-1,l+rnd(3)) : l; const c2 = mode===0? rnd((lines[l2]??"").length+1): mode===1? Math.min((lines[l]??"").length, c+rnd(5)) : c;
   const ins = mode===1&&rnd(2)? "" : bits[rnd(bits.length)]!;
   const before=tree.text;
   const range = (l2<l||(l2===l&&c2<c)) ? {start:{line:l2,character:c2},end:{line:l,character:c}} : {start:{line:l,character:c},end:{line:l2,character:c2}};
   tree.edit({range, text: ins}); hist.push({range,text:ins}); const t0=performance.now(); 
   try {
   const r=tree.reparse(); worst=Math.max(worst, performance.now()-t0);
   const f=p.read(tree.text); 
   const a=dump(r.module)+JSON.stringify(r.comments)+JSON.stringify(r.errors), b=dump(f.module)+JSON.stringify(f.comments)+JSON.stringify(f.errors);
   if (a!==b) { bad++; const al=a.split("\n"), bl=b.split("\n"); const i=al.findIndex((x,i)=>x!==bl[i]); console.log("DIFF", path, n, JSON.stringify(range), JSON.stringify(ins), "\n inc  ", al[i]?.slice(0,300), "\n fresh", bl[i]?.slice(0,300), f.errors.length, r.errors.length); require("fs").writeFileSync("/tmp/orig.py", text); require("fs").writeFileSync("/tmp/hist.json", JSON.stringify(hist)); require("fs").writeFileSync("/tmp/after.py", tree.text); require("fs").writeFileSync("/tmp/edit.json", JSON.stringify({range, text: ins})); if (bad>0) return; break; }
   } catch (e) { console.log("THROW", path, n, JSON.stringify(range), JSON.stringify(ins), e); require("fs").writeFileSync("/tmp/throw.py", tree.text); return; }
  } tree.delete(); }
 console.log({n,bad,worst}); }
void main();
