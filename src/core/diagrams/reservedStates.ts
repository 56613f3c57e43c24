/** Words that Mermaid would not take as the id of a state. */
export const reservedStates =
  /^(?:state|note|end|direction|class|classdef|style|as|hide|scale|default|fork|join|choice|click|href|accTitle|accDescr|left|right|of|tb|td|bt|lr|rl|stateDiagram)$/i;
