/** Stands for DOMPurify: nothing is put into a page, so nothing has to be cleaned. */
export default {
  sanitize: (dirty: string): string => dirty,
  addHook: (): undefined => undefined,
};
