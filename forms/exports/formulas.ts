/**
 * Whether a spreadsheet may take a text for a formula: one that begins, after blanks, with `=`, `+`, `-` or `@`, wide
 * forms included, or that begins with a tab or a line break (OWASP, « CSV Injection »).
 */
export const startsAsFormula = (text: string): boolean =>
  /^\s*[=+\-@\uff1d\uff0b\uff0d\uff20]|^[\t\r\n]/.test(text)
