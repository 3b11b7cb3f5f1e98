import type { Export } from '../store/exports.ts'

/** The name in storage of the file of an export. */
export const fileKey = ({ id, fileName }: Pick<Export, 'id' | 'fileName'>): string =>
  `files/${id}/${fileName}`
