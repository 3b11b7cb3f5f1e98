import type { FormInfo, FormVersion } from '../../forms/schemas.ts'

export const prerenderFirstPage = (_definition: FormVersion['definition'], _info: FormInfo): string => ''
