import type { AnyRuleContext } from "../../rule";
import { isBareAny, needsAny } from "../../syntax/anyType";
import type { FunctionPlace } from "../../syntax/functions";

/**
 * Whether a function says that it returns `Any`, where it could say more. A route that names its `response_model` has
 * said it there; what only passes an `Any` of its caller through cannot.
 */
export function returnsBareAny(place: FunctionPlace, { file }: AnyRuleContext): boolean {
  const { node } = place;
  if (node.returns === null || !isBareAny(node.returns, place, file)) return false;
  return !needsAny(place) && !namesResponseModel(place);
}

function namesResponseModel({ node }: FunctionPlace): boolean {
  return node.decorator_list.some(
    (decorator) =>
      decorator.nodeType === "Call" &&
      decorator.keywords.some(
        ({ arg, value }) =>
          arg === "response_model" && !(value.nodeType === "Constant" && value.value === null),
      ),
  );
}
