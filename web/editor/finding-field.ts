import type { Finding } from '../../forms/editing-wire.ts'

/** The property that a finding is about, whose field is gone to: the last of its place, or what its mend would set. */
export const fieldOf = ({ pointer, check, fix }: Finding): string | undefined => {
  const missing = MISSING[check]
  const set = fix?.patch[0]?.path ?? ''
  if (missing !== undefined && !set.startsWith(`${pointer}/`)) return missing
  const last = (set.startsWith(`${pointer}/`) ? set : pointer).split('/').at(-1) ?? ''
  return /^[A-Za-z]+$/.test(last) ? last : undefined
}

/** What nobody has said has no place yet. */
const MISSING: Readonly<Record<string, string>> = {
  'no-bounds': 'max',
  'no-title': 'title',
  'no-hidden-title': 'title',
  'no-calculation': 'expression',
  'no-image': 'imageLink',
  'no-image-text': 'altText',
}
