// GET /responses/{id}/last-year: what the project transmitted to the same form the year before, to read beside.
import { yearBefore } from '../../forms/carry-over.ts'
import type { LastYear } from '../../forms/correcting-wire.ts'
import { http, noBody, ok } from '../middleware/http.ts'
import { getFormVersion } from '../store/forms.ts'
import { getResponse } from '../store/responses.ts'
import { readTransmitted } from '../store/transmitted.ts'

export const handler = http({
  route: 'GET /responses/{id}/last-year',
  load: ({ params }) => getResponse(params.id ?? ''),
  body: noBody,
  act: async ({ loaded: response }) => {
    const { kind } = (await getFormVersion(response.formId, response.formVersion)).info
    const schoolYear = yearBefore(response.schoolYear)
    const wanted = { kinds: kind ? [kind] : [], schoolYears: [schoolYear] }
    const [transmitted] = kind ? await readTransmitted(response, wanted) : []
    return ok({
      schoolYear,
      ...(transmitted ? { answers: transmitted.answers } : {}),
    } satisfies LastYear)
  },
})
