/** The text of a list, and what there is to say of how it was read; or why it is none. */
export type ListFile = { readonly text: string; readonly note?: string } | { readonly fault: string }

export const NOT_A_LIST =
  'Ce fichier n’est pas une liste : choisissez un classeur Excel (.xlsx) ou un fichier CSV.'
