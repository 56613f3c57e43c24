import { memberOf } from "../../../evaluation/classes";
import { type CallV, type ClassV, externalName, type Value } from "../../../evaluation/value";

const askingMethods =
  /^(?:get|get_multi|get_joined|get_multi_joined|get_multi_by_cursor|find|list)$/;

/** The model of a repository that takes conditions as keywords, as FastCRUD's do: `crud_users.get(db=db, name=name)`. */
export function askedModel({ func, keywords }: CallV): ClassV | undefined {
  if (keywords.size === 0) return undefined;
  const method =
    func.kind === "attribute" ? func.attr : func.kind === "bound" ? func.function.name : "";
  if (!askingMethods.test(method)) return undefined;
  if (func.kind === "bound" && func.function.node.args.kwarg === null) return undefined;
  const receiver =
    func.kind === "attribute" ? func.value : func.kind === "bound" ? func.self : undefined;
  const made = receiver?.kind === "instance" ? receiver.call : receiver;
  if (made?.kind !== "call" || !takesKeywords(made.func)) return undefined;
  const [model] = made.args;
  return model?.kind === "class" ? model : undefined;
}

/** A class of the project's own, or FastCRUD: those of other libraries mean something else by their keywords. */
function takesKeywords(maker: Value): boolean {
  const of = maker.kind === "subscript" ? maker.value : maker;
  if (of.kind === "class") return memberOf(of, "get") !== undefined || of.bases.some(takesKeywords);
  return /^fastcrud\.(?:.*\.)?FastCRUD$/.test(externalName(of) ?? "");
}
