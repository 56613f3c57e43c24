import { ancestors } from "../../../evaluation/classes";
import { argumentsOf, unionMembers } from "../../../evaluation/types";
import { externalName, type Value } from "../../../evaluation/value";
import { isDataclass, isModel } from "../../pydantic/kinds";

/** The names that a type goes by: its own, and of a class of the project those that it inherits from. */
export function typeNames(type: Value): readonly string[] {
  const plain = type.kind === "subscript" ? type.value : type;
  if (plain.kind !== "class") return [externalName(plain) ?? ""];
  return ancestors(plain).map((ancestor) => externalName(ancestor) ?? "");
}

const connections =
  /^(?:fastapi|starlette)\.(?:\w+\.)*(?:Request|WebSocket|HTTPConnection|Response|\w+Response|BackgroundTasks|SecurityScopes)$/;

/** Whether FastAPI fills a parameter of this type in by itself: the request, the response, background tasks, scopes. */
export function isSpecial(type: Value | undefined): boolean {
  if (type === undefined) return false;
  return unionMembers(type).some((member) =>
    typeNames(member).some((one) => connections.test(one)),
  );
}

/** Whether a type is an uploaded file, or a sequence of them. */
export function isUpload(type: Value | undefined): boolean {
  if (type === undefined) return false;
  return unionMembers(type).some((member) =>
    isSequence(member)
      ? argumentsOf(member).some(isUpload)
      : typeNames(member).some((one) => /\.UploadFile$/.test(one)),
  );
}

/**
 * Whether a type is sent as a body where nothing else is said: models, dataclasses, mappings, sequences, and unions with
 * one of them (`field_annotation_is_complex`,
 * https://github.com/fastapi/fastapi/blob/master/fastapi/_compat/shared.py).
 */
export function isComplex(type: Value | undefined): boolean {
  if (type === undefined) return false;
  return unionMembers(type).some((member) => {
    const plain = member.kind === "subscript" ? member.value : member;
    if (plain.kind === "class" && (isModel(plain) || isDataclass(plain))) return true;
    return isSequence(member) || typeNames(member).some((one) => complexNames.test(one));
  });
}

const complexNames =
  /^(?:builtins\.dict|(?:typing|typing_extensions|collections\.abc|collections)\.(?:Dict|Mapping|MutableMapping|OrderedDict|DefaultDict|TypedDict)|pydantic\.(?:\w+\.)?BaseModel|sqlmodel\.(?:\w+\.)?SQLModel)$/;

const sequenceNames =
  /^(?:builtins\.(?:list|tuple|set|frozenset)|(?:typing|collections\.abc|collections)\.(?:List|Tuple|Set|FrozenSet|Deque|deque|Sequence|MutableSequence))$/;

function isSequence(type: Value): boolean {
  return typeNames(type).some((one) => sequenceNames.test(one));
}
