/** The field for the explanation of what a rule finds unusual. */
export const explanationId = (rule: string): string => `explication-${rule}`
