/** An error whose message tells the operator what is wrong and what to do: nobody needs the stack. */
export abstract class OperatorError extends Error {}
