/** Largest body of a request, in bytes: a step that replaces a whole large report fits. */
export const largestRequest = 64 * 1024 * 1024;
