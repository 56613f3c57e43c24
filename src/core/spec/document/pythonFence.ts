import type { Fence } from "../../markdown/document";
import { toDocumentPosition } from "../../markdown/readFence";
import type {
  Arg,
  AsyncFunctionDef,
  ClassDef,
  Expression,
  FunctionDef,
  Statement,
} from "../../python/ast/nodes";
import type { ParsedPython } from "../../python/pythonFile";
import type { Range } from "../../text/range";
import { type DocstringSection, docstringSections } from "./docstring";

/** Python of a document with its places. Everything in it that has a range has one of the document. */
export interface PythonFence {
  readonly fence: Fence;
  /** Stretches that are no Python. */
  readonly errors: readonly Range[];
  readonly classes: readonly PythonClass[];
  readonly functions: readonly PythonSignature[];
}

/** A class of a fence. */
export interface PythonClass {
  readonly name: string;
  readonly range: Range;
  readonly fields: readonly PythonField[];
  readonly methods: readonly PythonSignature[];
  /** The names that its body sets without an annotation, as an enumeration sets its members. */
  readonly members: readonly PythonMember[];
  /** Its lines in the document, decorators included. */
  readonly lines: PythonLines;
}

/** A name that a class sets: `PAID = "paid"`, in source text. */
export interface PythonMember {
  readonly name: string;
  readonly value: string;
  readonly range: Range;
  readonly lines: PythonLines;
}

/** The first and the last line of a statement, and the blanks it starts with. */
export interface PythonLines {
  readonly first: number;
  readonly last: number;
  readonly indent: string;
}

/** An annotated field of a class, in source text. */
export interface PythonField {
  readonly name: string;
  readonly annotation: string;
  /** `undefined` where it has no default. */
  readonly value: string | undefined;
  /** The texts of a `Literal`, where the annotation is one. */
  readonly literals: readonly PythonLiteral[];
  readonly range: Range;
  readonly annotationRange: Range;
  /** Where the default stands. */
  readonly valueRange: Range | undefined;
  readonly lines: PythonLines;
}

/** A text of a `Literal`, and where it stands. */
export interface PythonLiteral {
  readonly value: string;
  readonly range: Range;
}

/** A parameter with what stands behind its name, in source text. */
export interface PythonParameter {
  readonly name: string;
  readonly annotation: string | undefined;
  readonly value: string | undefined;
  readonly range: Range;
  readonly annotationRange: Range | undefined;
  readonly valueRange: Range | undefined;
}

/** A function with its docstring's sections. */
export interface PythonSignature {
  readonly name: string;
  readonly range: Range;
  readonly isAsync: boolean;
  /** From `(` to the colon, in source text without line breaks. */
  readonly returns: string;
  readonly parameters: readonly string[];
  /** The same, with their types and defaults. */
  readonly typedParameters: readonly PythonParameter[];
  /** Whether it takes any number of arguments: `*args`, `**options`. */
  readonly isOpen: boolean;
  readonly returnsRange: Range | undefined;
  /** From `def`, or `async`, to what it returns; `undefined` where that is not plain to read. */
  readonly headRange: Range | undefined;
  readonly lines: PythonLines;
  readonly docstring: readonly DocstringSection[];
  /** Where the docstring ends, before its closing quotes; `undefined` where there is none. */
  readonly docstringEnd: { readonly line: number; readonly indent: string } | undefined;
}

/** Reads a fence of Python. @param parsed what the parser says of its content */
export function pythonFence(fence: Fence, parsed: ParsedPython): PythonFence {
  const reader = new FenceReader(fence);
  const { body } = parsed.module;
  return {
    fence,
    errors: parsed.errors.map((range) => reader.place(range)),
    classes: body.flatMap((one) => (one.nodeType === "ClassDef" ? [reader.classOf(one)] : [])),
    functions: body.flatMap((one) => (isFunction(one) ? [reader.signature(one)] : [])),
  };
}

function isFunction(statement: Statement): statement is FunctionDef | AsyncFunctionDef {
  return statement.nodeType === "FunctionDef" || statement.nodeType === "AsyncFunctionDef";
}

class FenceReader {
  readonly #lines: readonly string[];

  constructor(private readonly fence: Fence) {
    this.#lines = fence.content.split("\n");
  }

  place({ start, end }: Range): Range {
    return {
      start: toDocumentPosition(this.fence, start),
      end: toDocumentPosition(this.fence, end),
    };
  }

  classOf(node: ClassDef): PythonClass {
    return {
      name: node.name,
      range: this.nameRange(node),
      fields: node.body.flatMap((one): PythonField[] => {
        if (one.nodeType !== "AnnAssign" || one.target.nodeType !== "Name") return [];
        return [
          {
            name: one.target.id,
            annotation: this.source(one.annotation),
            value: one.value === null ? undefined : this.source(one.value),
            literals: this.literals(one.annotation),
            range: this.rangeOf(one.target),
            annotationRange: this.rangeOf(one.annotation),
            valueRange: one.value === null ? undefined : this.rangeOf(one.value),
            lines: this.linesOf(one),
          },
        ];
      }),
      methods: node.body.flatMap((one) => (isFunction(one) ? [this.signature(one)] : [])),
      members: node.body.flatMap((one): PythonMember[] => {
        if (one.nodeType !== "Assign") return [];
        const [target] = one.targets;
        if (target?.nodeType !== "Name") return [];
        const { id: name } = target;
        const value = this.source(one.value);
        return [{ name, value, range: this.rangeOf(target), lines: this.linesOf(one) }];
      }),
      lines: this.linesOf(node),
    };
  }

  signature(node: FunctionDef | AsyncFunctionDef): PythonSignature {
    const [first] = node.body;
    const text = first?.nodeType === "Expr" ? first.value : undefined;
    const isDocstring = text?.nodeType === "Constant" && typeof text.value === "string";
    const { posonlyargs, args, kwonlyargs } = node.args;
    const positional = [...posonlyargs, ...args];
    const firstDefault = positional.length - node.args.defaults.length;
    const typed = [
      ...positional.map((arg, index) =>
        this.parameter(arg, node.args.defaults[index - firstDefault]),
      ),
      ...kwonlyargs.map((arg, index) => this.parameter(arg, node.args.kw_defaults[index])),
    ].filter(({ name }) => name !== "self" && name !== "cls");
    return {
      name: node.name,
      range: this.nameRange(node),
      isAsync: node.nodeType === "AsyncFunctionDef",
      returns: node.returns === null ? "" : this.source(node.returns),
      parameters: typed.map(({ name }) => name),
      typedParameters: typed,
      isOpen: node.args.vararg !== null || node.args.kwarg !== null,
      returnsRange: node.returns === null ? undefined : this.rangeOf(node.returns),
      headRange: this.headOf(node),
      lines: this.linesOf(node),
      docstring: isDocstring
        ? docstringSections(this.#lines, text.line, text.endLine).map((section) => ({
            ...section,
            range: this.place(section.range),
            items: section.items.map((item) => ({ ...item, range: this.place(item.range) })),
          }))
        : [],
      docstringEnd: isDocstring
        ? {
            line: toDocumentPosition(this.fence, { line: text.endLine, character: 0 }).line,
            indent: " ".repeat(text.character),
          }
        : undefined,
    };
  }

  private parameter(
    { arg: name, annotation, line, character }: Arg,
    value: Expression | null | undefined,
  ): PythonParameter {
    const start = { line, character };
    const end = { line, character: character + name.length };
    return {
      name,
      annotation: annotation ? this.source(annotation) : undefined,
      value: value ? this.source(value) : undefined,
      range: this.place({ start, end }),
      annotationRange: annotation ? this.rangeOf(annotation) : undefined,
      valueRange: value ? this.rangeOf(value) : undefined,
    };
  }

  private headOf(node: FunctionDef | AsyncFunctionDef): Range | undefined {
    const start = { line: node.line, character: node.character };
    if (node.returns !== null) {
      const { endLine: line, endCharacter: character } = node.returns;
      return this.place({ start, end: { line, character } });
    }
    // Without a return type only a header of one line is plain to read.
    const text = this.#lines[node.line] ?? "";
    const close = text.lastIndexOf("):");
    if (close < 0) return undefined;
    return this.place({ start, end: { line: node.line, character: close + 1 } });
  }

  private linesOf(node: Statement): PythonLines {
    const [decorator] = "decorator_list" in node ? node.decorator_list : [];
    const at = (line: number) => toDocumentPosition(this.fence, { line, character: 0 }).line;
    return {
      first: at(decorator?.line ?? node.line),
      last: at(node.endLine),
      indent: " ".repeat(node.character),
    };
  }

  private literals(annotation: Expression): PythonLiteral[] {
    if (annotation.nodeType === "BinOp") {
      return [...this.literals(annotation.left), ...this.literals(annotation.right)];
    }
    if (annotation.nodeType !== "Subscript") return [];
    const { value, slice } = annotation;
    const name =
      value.nodeType === "Attribute" ? value.attr : value.nodeType === "Name" ? value.id : "";
    if (name !== "Literal") return [];
    const items = slice.nodeType === "Tuple" ? slice.elts : [slice];
    return items.flatMap((one): PythonLiteral[] =>
      one.nodeType === "Constant" && typeof one.value === "string"
        ? [{ value: one.value, range: this.rangeOf(one) }]
        : [],
    );
  }

  private nameRange({
    name,
    nameLine: line,
    nameCharacter: character,
  }: Pick<ClassDef, "name" | "nameLine" | "nameCharacter">): Range {
    return this.place({
      start: { line, character },
      end: { line, character: character + name.length },
    });
  }

  private rangeOf({ line, character, endLine, endCharacter }: Expression): Range {
    return this.place({
      start: { line, character },
      end: { line: endLine, character: endCharacter },
    });
  }

  private source({ line, character, endLine, endCharacter }: Expression): string {
    const lines = this.#lines.slice(line, endLine + 1);
    const last = lines.length - 1;
    lines[last] = (lines[last] ?? "").slice(0, endCharacter);
    lines[0] = (lines[0] ?? "").slice(character);
    return lines.map((one) => one.trim()).join(" ");
  }
}
